#include <cstdio>

int main() {
  std::puts("smileplaces");
  return 0;
}
