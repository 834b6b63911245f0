#pragma once
// Runs the program as a user does: a process of its own, what it prints and how it ends.

#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/support/places.h"

namespace smile::tests {

struct Run {
  int exit = -1;
  std::string out;
  std::string err;
  nlohmann::json json() const { return nlohmann::json::parse(out); }
};

inline std::string quoted(const std::string& word) {
  std::string out = "'";
  for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

/// `input` is fed on stdin; `environment` stands before the program as for env(1).
inline Run smileplaces(const std::vector<std::string>& arguments, const std::string& input = {},
                       const std::string& environment = {}) {
  const TemporaryFolder folder;
  std::ofstream(folder / "in") << input;
  std::string command = quoted(std::getenv("SMILE_PROGRAM"));
  for (const std::string& argument : arguments) command += " " + quoted(argument);
  command += " <" + quoted((folder / "in").string()) + " 2>" + quoted((folder / "err").string());
  Run run;
  FILE* pipe = ::popen(("LC_ALL=C.UTF-8 " + environment + command).c_str(), "r");
  std::array<char, 65536> buffer;
  for (std::size_t n; (n = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) run.out.append(buffer.data(), n);
  const int status = ::pclose(pipe);
  run.exit = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  std::ifstream err(folder / "err");
  run.err.assign(std::istreambuf_iterator<char>(err), {});
  return run;
}

inline Run without_screen(const std::vector<std::string>& arguments) {
  return smileplaces(arguments, {}, "env -u DISPLAY -u WAYLAND_DISPLAY -u QT_QPA_PLATFORM ");
}

}  // namespace smile::tests
