namespace NeuralNotebooks.Benchmarks;

/// <summary>Measurements of training MNIST 784-128-10 in a process that has just started.</summary>
/// <param name="FirstEpoch">The seconds of the first training run of one epoch, before any code has been
/// compiled.</param>
/// <param name="SteadyEpoch">The seconds of the shortest of the later runs.</param>
/// <param name="PeakMebibytes">The peak memory of the process until the end of the first run; 0 if the system does not
/// report it.</param>
/// <param name="BytesPerStep">The bytes per step that are allocated between the tenth and the last step of an
/// epoch.</param>
internal sealed record FreshProcess(double FirstEpoch, double SteadyEpoch, double PeakMebibytes, double BytesPerStep)
{
    /// <summary>The hidden command that measures the process in which it runs.</summary>
    public const string CommandName = "fresh-process";

    private const int LaterEpochs = 6;

    public static FreshProcess Measure(int threads)
    {
        (int exitCode, string output, string error) = ChildProcess.Run(
            CommandName, ThreadTeam.SizeVariable, threads.ToString(CultureInfo.InvariantCulture));
        return exitCode == 0
            ? JsonSerializer.Deserialize<FreshProcess>(output)!
            : throw new InvalidOperationException($"Training in a fresh process failed: {error}");
    }

    public static int Run(TextWriter output)
    {
        TrainingRun run = new(TrainingCase.All.Single(one => one is { Data: "mnist", Layers: [_, 128, _] }));
        double first = run.Seconds(1), peak = Process.GetCurrentProcess().PeakWorkingSet64 / 1024.0 / 1024;
        double steady = Enumerable.Range(0, LaterEpochs).Min(_ => run.Seconds(1));
        AllocationWatch watch = new();
        run.Seconds(1, watch);
        output.WriteLine(JsonSerializer.Serialize(new FreshProcess(first, steady, peak, watch.BytesPerStep)));
        return ExitCode.Passed;
    }

    private sealed class AllocationWatch : IProgress<TrainingProgress>
    {
        private const int FirstStep = 10;
        private long _first;

        public double BytesPerStep { get; private set; }

        public void Report(TrainingProgress value)
        {
            if (value.Batch == FirstStep)
                _first = GC.GetTotalAllocatedBytes(precise: true);
            else if (value.Batch == value.Batches)
                BytesPerStep =
                    (GC.GetTotalAllocatedBytes(precise: true) - _first) / (double)(value.Batches - FirstStep);
        }
    }
}
