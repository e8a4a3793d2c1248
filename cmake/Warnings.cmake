# Warnings are errors where RAPPORTEUR_WERROR is on (every preset sets it).
option(RAPPORTEUR_WERROR "Treat warnings as errors" ON)
add_library(rapporteur_warnings INTERFACE)
target_compile_options(rapporteur_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor
    -Woverloaded-virtual -Wold-style-cast -Wextra-semi -Wformat=2 -Wundef
    $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond> $<$<CXX_COMPILER_ID:GNU>:-Wlogical-op>
    $<$<BOOL:${RAPPORTEUR_WERROR}>:-Werror>)
# Several sources in one unit: g++ then takes an included source for a header, whose types must not hang on unnamed namespaces.
if(CMAKE_UNITY_BUILD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(rapporteur_warnings INTERFACE -Wno-subobject-linkage)
endif()
