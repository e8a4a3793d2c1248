# RAPPORTEUR_SANITIZE=address,undefined (or thread, ...) puts the sanitizers into every target. Not optimised: building
# would take twice as long, and the tests are quick. The preset asan uses clang, so that the second compiler compiles
# everything too.
set(RAPPORTEUR_SANITIZE "" CACHE STRING "Sanitizers, as -fsanitize= takes them")
if(RAPPORTEUR_SANITIZE)
    target_compile_options(rapporteur_settings INTERFACE
        -fsanitize=${RAPPORTEUR_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(rapporteur_settings INTERFACE -fsanitize=${RAPPORTEUR_SANITIZE})
endif()
