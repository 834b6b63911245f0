// One step at a time. The address keeps which (#3), so that reading on and a link to a step work.
(() => {
  const root = document.documentElement;
  const steps = [...document.querySelectorAll(".step")];
  const done = document.querySelector(".progress i");
  let now = 0;

  function show(number, keep) {
    now = Math.max(0, Math.min(steps.length - 1, number));
    steps.forEach((step, i) => step.classList.toggle("now", i === now));
    done.style.width = (100 * (now + 1)) / steps.length + "%";
    if (!keep) history.replaceState(null, "", "#" + (now + 1));
    root.classList.remove("black", "white");
    steps[now].querySelector(".title").focus({ preventScroll: true });
  }
  function cover(colour) {
    const covered = root.classList.contains(colour);
    root.classList.remove("black", "white");
    if (!covered) root.classList.add(colour);
  }
  const asked = () => parseInt(location.hash.slice(1), 10) - 1 || 0;

  const on = () => show(now + 1), back = () => show(now - 1);
  const keys = {
    ArrowRight: on, ArrowDown: on, PageDown: on, " ": on, Enter: on,
    ArrowLeft: back, ArrowUp: back, PageUp: back, Backspace: back,
    Home: () => show(0), End: () => show(steps.length - 1),
    b: () => cover("black"), ".": () => cover("black"), w: () => cover("white"), ",": () => cover("white"),
    n: () => root.classList.toggle("with-notes"),
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const does = event.key === " " && event.shiftKey ? back : keys[event.key] || keys[event.key.toLowerCase()];
    if (!does) return;
    event.preventDefault();
    does();
  });
  // A tap on the right half goes on, on the left half back; selecting words does neither.
  addEventListener("click", (event) => {
    if (String(getSelection())) return;
    if (root.classList.contains("black") || root.classList.contains("white")) return show(now);
    event.clientX < innerWidth / 2 ? back() : on();
  });
  addEventListener("hashchange", () => show(asked(), true));

  root.classList.add("presenting");
  show(asked(), true);
})();
