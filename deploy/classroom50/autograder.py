# Grades one submission on Classroom 50. NN_SOURCE is a folder of the runner with the source, out of students' reach:
# what lies in the autograder's folder is published.
import datetime, json, os, pathlib, shlex, shutil, subprocess, tempfile

nn = shlex.split(os.environ.get("NN", "nn"))
source = os.environ["NN_SOURCE"]
work, student = pathlib.Path(tempfile.mkdtemp()), os.environ["OWNER"]
assignment = next(pathlib.Path(source).rglob("*.ipynb")).stem
submitted = work / "submitted" / student / assignment
# nn finds the notebook, or says that there is none.
shutil.copytree(".", submitted, symlinks=True, ignore=shutil.ignore_patterns(".*"))
subprocess.run([*nn, "grade", work / "submitted", "--source", source, "--output", work / "graded"])
result = json.loads(next((work / "graded").glob(f"*/{assignment}/result.json")).read_text())
tests = [(test["name"], test["points"], test["max_points"]) for test in result["tests"]]
tests = [  # Scores are whole numbers there.
    {"test-name": name, "passed": score >= most, "score": round(100 * score), "max-score": round(100 * most)}
    for name, score, most in tests
]
pathlib.Path("result.json").write_text(json.dumps({
    "schema": "classroom50/result/v1",
    "classroom": os.environ["CLASSROOM"],
    "assignment": os.environ["ASSIGNMENT"],
    "submission": os.environ["SUBMISSION_TAG"],
    "commit": os.environ["COMMIT_URL"],
    "release": os.environ["RELEASE_URL"],
    "review": os.environ.get("REVIEW_URL") or os.environ["COMMIT_URL"],
    "datetime": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
    "score": sum(test["score"] for test in tests),
    "max-score": sum(test["max-score"] for test in tests),
    "tests": tests,
}))
