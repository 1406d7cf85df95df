# repere_layer(NAME LAYERS other layers… LIBRARIES outside libraries…)
# A layer is a folder of src/ and one static library repere_NAME of all its sources, those of subfolders included.
function(repere_layer name)
    cmake_parse_arguments(arg "" "" "LAYERS;LIBRARIES;PRIVATE_LIBRARIES" ${ARGN})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS *.cpp *.h)
    list(TRANSFORM arg_LAYERS PREPEND repere_)
    add_library(repere_${name} STATIC ${sources})
    target_link_libraries(repere_${name} PUBLIC repere_options ${arg_LAYERS} ${arg_LIBRARIES}
                          PRIVATE ${arg_PRIVATE_LIBRARIES})
endfunction()
