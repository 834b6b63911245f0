#!/usr/bin/python3
"""Row 7: from process start to the last change of the map in the window, seen from outside, whatever the program.

    first_map.py [--quiet S] [--picture OUT.png] COMMAND ...     prints one JSON line

Starts an X server of 1920 x 1080, runs the command on it, and looks at 24 rows of pixels in the screen's middle every few milliseconds. The map is there when
they change for the last time; the command is ended after `quiet` seconds without a change.
"""
import argparse, ctypes, json, os, signal, subprocess, time, zlib

WIDTH, HEIGHT = 1920, 1080
ROWS = range(320, 800, 20)
LEFT, RIGHT = 760, 1400  # where both programs have nothing but their map


class XImage(ctypes.Structure):
    _fields_ = [("width", ctypes.c_int), ("height", ctypes.c_int), ("xoffset", ctypes.c_int), ("format", ctypes.c_int),
                ("data", ctypes.POINTER(ctypes.c_char)), ("byte_order", ctypes.c_int), ("bitmap_unit", ctypes.c_int),
                ("bitmap_bit_order", ctypes.c_int), ("bitmap_pad", ctypes.c_int), ("depth", ctypes.c_int),
                ("bytes_per_line", ctypes.c_int)]


class Screen:
    def __init__(self, display):
        self.x = ctypes.CDLL("libX11.so.6")
        self.x.XOpenDisplay.restype = ctypes.c_void_p
        self.x.XDefaultRootWindow.restype = ctypes.c_ulong
        self.x.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
        self.x.XGetImage.restype = ctypes.POINTER(XImage)
        self.x.XGetImage.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_int, ctypes.c_uint, ctypes.c_uint,
                                     ctypes.c_ulong, ctypes.c_int]
        self.x.XFree.argtypes = [ctypes.c_void_p]
        self.display = self.x.XOpenDisplay(display.encode())
        self.root = self.x.XDefaultRootWindow(self.display)

    def seen(self):
        """A checksum of the rows."""
        total = 0
        for row in ROWS:
            image = self.x.XGetImage(self.display, self.root, LEFT, row, RIGHT - LEFT, 1, 0xFFFFFFFF, 2)
            size = image.contents.bytes_per_line
            total = zlib.crc32(ctypes.string_at(image.contents.data, size), total)
            self.x.XFree(image.contents.data)
            self.x.XFree(image)
        return total


def start_server():
    display = ":%d" % (90 + os.getpid() % 900)
    server = subprocess.Popen(["Xvfb", display, "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp"],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while not os.path.exists(f"/tmp/.X11-unix/X{display[1:]}"):
        time.sleep(0.02)
    time.sleep(0.3)
    return server, display


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--quiet", type=float, default=3)
    parser.add_argument("--picture")
    parser.add_argument("command", nargs=argparse.REMAINDER)
    asked = parser.parse_args()
    server, display = start_server()
    try:
        screen = Screen(display)
        before = last = screen.seen()
        environment = dict(os.environ, DISPLAY=display, QT_QPA_PLATFORM="xcb")
        start = changed = time.monotonic()
        program = subprocess.Popen(asked.command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                   start_new_session=True)
        window = None
        # Long enough for programs that think before they show anything.
        while time.monotonic() - changed < asked.quiet or (last == before and time.monotonic() - start < 60):
            now = screen.seen()
            if now != last:
                last, changed = now, time.monotonic()
                window = window or changed
            time.sleep(0.003)
        peak = 0
        with open(f"/proc/{program.pid}/status") as status:
            peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
        if asked.picture:
            subprocess.run(["import", "-display", display, "-window", "root", asked.picture], check=False)
        os.killpg(program.pid, signal.SIGTERM)
        try:
            program.wait(3)
        except subprocess.TimeoutExpired:
            os.killpg(program.pid, signal.SIGKILL)
        print(json.dumps({"script": "first_map", "first_pixels_s": round((window or start) - start, 3),
                          "first_map_s": round(changed - start, 3), "peak_mb": round(peak / 1024)}))
    finally:
        server.terminate()


main()
