# Everything that says *how* code is compiled. What is compiled stands in the folders.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()
find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
endif()

# Builds with sanitizers: -DSMILE_SANITIZE=address,undefined or =thread.
set(SMILE_SANITIZE "" CACHE STRING "Sanitizers to build with")
if(SMILE_SANITIZE)
  add_compile_options(-fsanitize=${SMILE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${SMILE_SANITIZE})
endif()

# Same sources, same binary: no folder of the building machine in the program.
add_compile_options(-ffile-prefix-map=${CMAKE_SOURCE_DIR}/=)

option(SMILE_WARNINGS_ARE_ERRORS "Stop the build at the first warning" OFF)
add_library(smile_warnings INTERFACE)
target_compile_options(smile_warnings INTERFACE
  -Wall -Wextra                # the usual mistakes
  -Wshadow                     # a name that hides another is read wrongly sooner or later
  -Wnon-virtual-dtor           # deleting through such a base is undefined
  -Woverloaded-virtual         # an override that isn't one
  -Wold-style-cast             # hides what kind of conversion happens
  -Wcast-qual                  # writing through a const
  -Wconversion -Wsign-conversion  # silent loss of digits: people, money and coordinates
  -Wnull-dereference -Wduplicated-cond -Wlogical-op
  -Wimplicit-fallthrough
  # GCC 12 finds null dereferences in its own <streambuf> once it optimises: shown, but no error
  $<$<BOOL:${SMILE_WARNINGS_ARE_ERRORS}>:-Werror -Wno-error=null-dereference>)

# smile_library(NAME): a static library of all .cpp files below the calling folder. A glob, because a
# new file should be one step, and the folder is the list; CONFIGURE_DEPENDS keeps it fresh.
function(smile_library name)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/*.h)
  list(FILTER sources EXCLUDE REGEX "/viewer/main\\.cpp$")
  add_library(${name} STATIC ${sources})
  target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR})
  target_link_libraries(${name} PRIVATE smile_warnings)
endfunction()
