# One static library a room, and the tests of each room gathered into one binary.

# rapporteur_room(NAME SOURCES a.cpp ... [LINKS room ...] [LIBRARIES lib ...])
function(rapporteur_room name)
    cmake_parse_arguments(ROOM "" "" "SOURCES;LINKS;LIBRARIES" ${ARGN})
    add_library(rapporteur_${name} STATIC ${ROOM_SOURCES})
    target_include_directories(rapporteur_${name} PUBLIC ${PROJECT_SOURCE_DIR}/src)
    set(links "")
    foreach(link IN LISTS ROOM_LINKS)
        list(APPEND links rapporteur_${link})
    endforeach()
    target_link_libraries(rapporteur_${name} PUBLIC ${links} PRIVATE rapporteur_settings rapporteur_warnings ${ROOM_LIBRARIES})
    set_property(GLOBAL APPEND PROPERTY RAPPORTEUR_ROOMS ${name})
endfunction()

# rapporteur_tests(ROOM a_test.cpp ...): adds the files to rapporteur_tests and a CTest entry unit.<room>,
# which runs the suites whose names begin with "<room>.".
function(rapporteur_tests room)
    cmake_parse_arguments(SUITE "" "TIMEOUT" "LABELS;LINKS" ${ARGN})
    list(TRANSFORM SUITE_UNPARSED_ARGUMENTS PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/)
    target_sources(rapporteur_tests PRIVATE ${SUITE_UNPARSED_ARGUMENTS})
    target_link_libraries(rapporteur_tests PRIVATE rapporteur_${room})
    add_test(NAME unit.${room} COMMAND rapporteur_tests --test-suite=${room}.*)
    if(NOT SUITE_TIMEOUT)
        set(SUITE_TIMEOUT 300)  # under the sanitizers, on a busy machine
    endif()
    set_tests_properties(unit.${room} PROPERTIES LABELS "unit;${SUITE_LABELS}" TIMEOUT ${SUITE_TIMEOUT})
endfunction()
