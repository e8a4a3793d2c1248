# RAPPORTEUR_SANITIZE=address,undefined (or thread, ...) puts the sanitizers into every target.
set(RAPPORTEUR_SANITIZE "" CACHE STRING "Sanitizers, as -fsanitize= takes them")
if(RAPPORTEUR_SANITIZE)
    # Optimised lightly: the sanitized tests run several times faster than at -O0.
    target_compile_options(rapporteur_settings INTERFACE
        -fsanitize=${RAPPORTEUR_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all -O1)
    target_link_options(rapporteur_settings INTERFACE -fsanitize=${RAPPORTEUR_SANITIZE})
endif()
