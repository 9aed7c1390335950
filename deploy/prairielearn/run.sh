#!/bin/bash
# Entrypoint of an externally graded question on PrairieLearn; source/ is in the question's tests/. result.json has the
# form that PrairieLearn expects.
home=${GRADE:-/grade}
source=$home/tests/source
assignment=$(basename "$(find "$source" -name '*.ipynb' | head -1)" .ipynb)
work=$(mktemp -d)
mkdir -p "$work/submitted/student" "$home/results"
cp -RP "$home/student" "$work/submitted/student/$assignment"
chmod 700 "$home"
${NN:-nn} grade "$work/submitted" --source "$source" --output "$work/graded"
cp "$work/graded/student/$assignment/result.json" "$home/results/results.json"
