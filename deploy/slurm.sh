#!/bin/bash
#SBATCH --job-name=grade
#SBATCH --array=0-3
#SBATCH --output=grade-%a.log
# Grades a class as 4 tasks of an array job; $NN is how nn is started there.
#   sbatch --wait deploy/slurm.sh SUBMITTED SOURCE DIR && nn grade merge DIR/shard-* --output DIR/merged
# A task that was lost is submitted again alone, and goes on where it ended: sbatch --array=2 deploy/slurm.sh SUBMITTED SOURCE DIR
# A submission that cannot be graded (exit code 1) is named again by merge, and is no failure of the task.
${NN:-nn} grade "$1" --source "$2" --output "$3/shard-$SLURM_ARRAY_TASK_ID" --shard auto/4 --resume "${@:4}" || [ $? = 1 ]
