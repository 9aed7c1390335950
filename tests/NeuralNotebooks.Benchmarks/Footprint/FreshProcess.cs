using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace NeuralNotebooks.Benchmarks;

/// <summary>What only a process that has just started can tell about training MNIST 784-128-10.</summary>
/// <param name="FirstEpoch">The seconds of the first training run of one epoch, when nothing is compiled yet.</param>
/// <param name="SteadyEpoch">The seconds of the shortest run after it.</param>
/// <param name="PeakMebibytes">The peak memory of the process until the end of the first run (VmHWM); 0 where the
/// system does not report it.</param>
/// <param name="BytesPerStep">What is allocated between the tenth and the last step of an epoch, for each step.</param>
internal sealed record FreshProcess(double FirstEpoch, double SteadyEpoch, double PeakMebibytes, double BytesPerStep)
{
    /// <summary>The hidden command that measures itself.</summary>
    public const string CommandName = "fresh-process";

    private const int LaterEpochs = 6;

    /// <summary>Starts a process and waits for what it measures.</summary>
    public static FreshProcess Measure(int threads)
    {
        ProcessStartInfo start = OwnProcess.Start(CommandName);
        start.Environment[ThreadTeam.SizeVariable] = threads.ToString(CultureInfo.InvariantCulture);
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<FreshProcess>(output)!
            : throw new InvalidOperationException($"Training in a fresh process failed: {error.Result}");
    }

    /// <summary>Runs <see cref="CommandName"/>.</summary>
    public static int Run(TextWriter output)
    {
        TrainingCase trainingCase = TrainingCase.All.Single(one => one is { Data: "mnist", Layers: [_, 128, _] });
        Dataset<float> digits = trainingCase.Load();
        double first = Epoch(trainingCase, digits), peak = PeakMemory();
        double steady = Enumerable.Range(0, LaterEpochs).Min(_ => Epoch(trainingCase, digits));
        AllocationWatch watch = new();
        Trainer.Fit(
            trainingCase.CreateNetwork(),
            digits,
            new SoftmaxCrossEntropy<float>(),
            trainingCase.CreateOptimizer(),
            1,
            trainingCase.Batch,
            progress: watch
        );
        output.WriteLine(JsonSerializer.Serialize(new FreshProcess(first, steady, peak, watch.BytesPerStep)));
        return ExitCode.Passed;
    }

    private static double Epoch(TrainingCase trainingCase, Dataset<float> digits)
    {
        Mlp<float> network = trainingCase.CreateNetwork();
        Optimizer<float> optimizer = trainingCase.CreateOptimizer();
        long start = Stopwatch.GetTimestamp();
        Trainer.Fit(network, digits, new SoftmaxCrossEntropy<float>(), optimizer, epochs: 1, trainingCase.Batch);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double PeakMemory()
    {
        const string Field = "VmHWM:", Status = "/proc/self/status";
        if (!File.Exists(Status))
            return 0;
        string line = File.ReadLines(Status).First(line => line.StartsWith(Field, StringComparison.Ordinal));
        return double.Parse(
                line[Field.Length..].Replace("kB", "", StringComparison.Ordinal),
                CultureInfo.InvariantCulture
            ) / 1024;
    }

    /// <summary>Records what the process has allocated after the tenth and after the last step.</summary>
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
