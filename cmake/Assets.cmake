# Files compiled into the binary: rapporteur_assets(TARGET ROOT [PREFIX p/] FILES a b/c ...) makes an object with the
# bytes of each file and a table, base::AssetTable rapporteur::assets::TARGET() (src/base/assets.hpp). Paths are
# relative to ROOT; with PREFIX before them they are the assets' names. Once a target.
function(rapporteur_assets target root)
    cmake_parse_arguments(ASSET "" "PREFIX" "FILES" ${ARGN})
    if(NOT ASSET_FILES OR ASSET_UNPARSED_ARGUMENTS)
        message(FATAL_ERROR "rapporteur_assets(${target}): FILES are missing, or not understood: ${ASSET_UNPARSED_ARGUMENTS}")
    endif()
    get_target_property(taken ${target} RAPPORTEUR_ASSETS)
    if(taken)
        message(FATAL_ERROR "rapporteur_assets(${target}): called a second time")
    endif()
    set_target_properties(${target} PROPERTIES RAPPORTEUR_ASSETS ON)
    set(assembly ${CMAKE_CURRENT_BINARY_DIR}/${target}_assets.S)
    set(table ${CMAKE_CURRENT_BINARY_DIR}/${target}_assets.cpp)
    set(s ".section .note.GNU-stack,\"\",@progbits\n.section .rodata\n")
    set(declarations "")
    set(rows "")
    set(dependencies "")
    set(index 0)
    foreach(file IN LISTS ASSET_FILES)
        string(MAKE_C_IDENTIFIER "${target}_asset_${index}" symbol)
        string(APPEND s ".global ${symbol}_begin\n.global ${symbol}_end\n${symbol}_begin:\n.incbin \"${root}/${file}\"\n${symbol}_end:\n.byte 0\n")
        string(APPEND declarations "extern const char ${symbol}_begin[];\nextern const char ${symbol}_end[];\n")
        string(APPEND rows "    {\"${ASSET_PREFIX}${file}\", ${symbol}_begin, ${symbol}_end},\n")
        list(APPEND dependencies ${root}/${file})
        math(EXPR index "${index} + 1")
    endforeach()
    file(CONFIGURE OUTPUT ${assembly} CONTENT "${s}" @ONLY)
    file(CONFIGURE OUTPUT ${table} CONTENT "// Generated: the table of embedded files of ${target}.
#include \"base/assets.hpp\"
extern \"C\" {
${declarations}}
namespace {
const rapporteur::base::AssetRow k_rows[] = {
${rows}};
const rapporteur::base::AssetTable k_table{k_rows, ${index}};
}  // namespace
namespace rapporteur::assets {
const rapporteur::base::AssetTable& ${target}() { return k_table; }
}  // namespace rapporteur::assets
" @ONLY)
    target_sources(${target} PRIVATE ${assembly} ${table})
    # The target may have been made in another directory, which else would not see the property.
    set_source_files_properties(${assembly} TARGET_DIRECTORY ${target} PROPERTIES OBJECT_DEPENDS "${dependencies}")
endfunction()
