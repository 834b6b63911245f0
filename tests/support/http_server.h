#pragma once
// A web server of a test: on the loopback only, one request after the other, counting them.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace smile::tests {

struct Answer {
  std::string body;  ///< "": 404
  std::string type = "image/png";
};

class HttpServer {
public:
  using Handler = std::function<Answer(const std::string& path)>;

  explicit HttpServer(Handler handler) : handler_(std::move(handler)) { start(); }
  ~HttpServer() { stop(); }
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  std::string address() const { return "http://127.0.0.1:" + std::to_string(port_); }
  int requests() const { return requests_; }
  std::vector<std::string> paths() const {
    const std::lock_guard lock(mutex_);
    return paths_;
  }
  /// From now on nobody listens at the address.
  void stop() {
    if (listener_ < 0) return;
    stopped_ = true;
    ::shutdown(listener_, SHUT_RDWR);
    thread_.join();
    ::close(listener_);
    listener_ = -1;
  }

private:
  void start() {
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof at;
    auto* plain = reinterpret_cast<sockaddr*>(&at);
    if (::bind(listener_, plain, size) != 0 || ::listen(listener_, 64) != 0) return;
    ::getsockname(listener_, plain, &size);
    port_ = ntohs(at.sin_port);
    thread_ = std::thread([this] { run(); });
  }

  void run() {
    while (!stopped_) {
      const int client = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
      if (client < 0) continue;
      answer(client);
      ::close(client);
    }
  }

  void answer(int client) {
    std::string request;
    char bytes[4096];
    while (request.find("\r\n\r\n") == std::string::npos) {
      const ssize_t got = ::recv(client, bytes, sizeof bytes, 0);
      if (got <= 0) return;
      request.append(bytes, static_cast<std::size_t>(got));
    }
    const std::size_t begin = request.find(' ') + 1;
    const std::string path = request.substr(begin, request.find(' ', begin) - begin);
    ++requests_;
    {
      const std::lock_guard lock(mutex_);
      paths_.push_back(path);
    }
    const Answer answer = handler_(path);
    std::string out = answer.body.empty() ? "HTTP/1.1 404 Not Found\r\n" : "HTTP/1.1 200 OK\r\n";
    out += "Content-Type: " + answer.type + "\r\nContent-Length: " + std::to_string(answer.body.size()) +
           "\r\nConnection: close\r\n\r\n" + answer.body;
    for (std::size_t sent = 0; sent < out.size();) {
      const ssize_t now = ::send(client, out.data() + sent, out.size() - sent, MSG_NOSIGNAL);
      if (now <= 0) return;
      sent += static_cast<std::size_t>(now);
    }
  }

  Handler handler_;
  int listener_ = -1;
  int port_ = 0;
  std::atomic<int> requests_ = 0;
  std::atomic<bool> stopped_ = false;
  mutable std::mutex mutex_;
  std::vector<std::string> paths_;
  std::thread thread_;
};

}  // namespace smile::tests
