#!/usr/bin/env python3
"""whole_process.py OUT.pdf COMMAND …: runs it and prints seconds, memory, pages and their size as one line of JSON."""
import json, os, resource, subprocess, sys, time

out, command = sys.argv[1], sys.argv[2:]
if os.path.exists(out):
    os.remove(out)
begin = time.perf_counter()
subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
seconds = time.perf_counter() - begin
info = subprocess.run(["pdfinfo", out], capture_output=True, text=True, check=True).stdout
pages = int(next(line.split()[1] for line in info.splitlines() if line.startswith("Pages:")))
print(json.dumps({"all_s": round(seconds, 3), "pages": pages, "pages_per_s": round(pages / seconds, 1),
                  "kb_per_page": round(os.path.getsize(out) / 1000 / pages, 1),
                  "memory_mb": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1000}))
