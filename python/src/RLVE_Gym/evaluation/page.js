const problems = [...document.querySelectorAll("details.problem")];
const form = document.querySelector("form");
const found = form.querySelector("output");
const [previous, next] = form.querySelectorAll("button");
const AT_ONCE = 50;
let first = 0;

function fits(article, outcome) {
  return outcome === "" || article.classList.contains(outcome) || article.dataset.fault === outcome;
}

function show() {
  const { environment, level, outcome, text } = form.elements;
  const wanted = problems.filter((problem) => {
    const { id, environment: its, level: at, outcomes } = problem.dataset;
    return (
      (environment.value === "" || its === environment.value) &&
      (level.value === "" || at === level.value) &&
      (outcome.value === "" || outcomes.split(",").includes(outcome.value)) &&
      id.toLowerCase().includes(text.value.trim().toLowerCase())
    );
  });
  if (first >= wanted.length) first = 0;
  const shown = new Set(wanted.slice(first, first + AT_ONCE));
  for (const problem of problems) {
    problem.hidden = !shown.has(problem);
    if (problem.hidden) continue;
    for (const article of problem.querySelectorAll("article")) {
      article.hidden = !fits(article, outcome.value);
    }
  }
  found.value = `${wanted.length === 0 ? 0 : first + 1} to ${first + shown.size} of ${wanted.length} problems`;
  previous.disabled = first === 0;
  next.disabled = first + AT_ONCE >= wanted.length;
}

function turn(by) {
  first = Math.max(0, first + by);
  show();
  form.scrollIntoView();
}

form.addEventListener("input", () => {
  first = 0;
  show();
});
form.addEventListener("submit", (event) => event.preventDefault());
previous.addEventListener("click", () => turn(-AT_ONCE));
next.addEventListener("click", () => turn(AT_ONCE));
form.hidden = false;
show();
