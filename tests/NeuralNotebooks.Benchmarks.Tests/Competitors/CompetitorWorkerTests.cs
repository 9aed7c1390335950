namespace NeuralNotebooks.Benchmarks.Tests;

public class CompetitorWorkerTests
{
    private static string Script => Path.Combine(AppContext.BaseDirectory, "python", "worker.py");

    [Theory]
    [Cases(
        CompetitorWorkers.NumPy, "sgd",
        CompetitorWorkers.ScikitLearn, "adam",
        CompetitorWorkers.NumPy, "adam",
        CompetitorWorkers.ScikitLearn, "sgd",
        CompetitorWorkers.PyTorch, "sgd",
        CompetitorWorkers.PyTorch, "adam",
        Daily = 2)]
    public void A_worker_trains_on_the_data_of_the_repository(string library, string optimizer)
    {
        using CompetitorWorker worker = Started(library);
        object request = new
        {
            data = "iris",
            layers = new[] { 4, 16, 3 },
            batch = 16,
            optimizer,
            epochs = 1,
        };

        Assert.True(worker.Contender("train", request).Seconds(1) > 0);
    }

    [Fact]
    public void A_worker_that_has_ended_says_why_each_time()
    {
        using CompetitorWorker worker = Started(CompetitorWorkers.NumPy);
        Contender contender = worker.Contender("vector", new { function = "no such function", length = 10 });

        Assert.Throws<InvalidOperationException>(() => contender.Seconds(1)).Message.ShouldContain(
            "KeyError: 'no such function'");
        Assert.Throws<InvalidOperationException>(() => contender.Seconds(1)).Message.ShouldContain(
            "its process has ended");
    }

    [Theory]
    [Cases(CompetitorWorkers.PyTorch, CompetitorWorkers.NumPy)]
    public void A_worker_computes_every_function(string library)
    {
        using CompetitorWorker worker = Started(library);
        foreach (string function in (string[])["exp", "log", "sigmoid", "tanh", "relu", "softmax", "sum", "dot"])
            Assert.True(worker.Contender("vector", new { function, length = 20 }).Seconds(1) > 0);
    }

    [Fact]
    public void A_library_with_kernels_for_older_processors_is_left_out_with_the_reason()
    {
        Assert.SkipUnless(System.Runtime.Intrinsics.X86.Avx512F.IsSupported, "There is no AVX-512.");
        using TemporaryFolder folder = new();
        using CompetitorWorkers workers = new(FakePython.Answering(folder, core: "Haswell"));

        Assert.Empty(workers.Of(1, CompetitorWorkers.NumPy));
        Assert.Single(workers.Missing).ShouldStartWith("NumPy: OpenBLAS runs its kernels for the core Haswell");
    }

    [Theory]
    [Cases(
        "/usr/bin/python3", "No module named 'no_such_library_side'",
        "no-such-python", "no-such-python does not start",
        "/bin/false", "/bin/false exited before it was ready",
        "/bin/echo", "/bin/echo does not answer as a worker: it printed '-B")]
    public void A_program_without_the_library_is_reported_with_its_reason(string interpreter, string reason)
    {
        Assert.SkipUnless(!Path.IsPathRooted(interpreter) || File.Exists(interpreter), $"There is no {interpreter}.");

        Fails.With<InvalidOperationException>(
            reason, () => CompetitorWorker.Start(new(interpreter, ["-B", Script, "no_such_library"]), threads: 1));
    }

    internal static CompetitorWorker Started(string library)
    {
        using CompetitorWorkers workers = new(CompetitorWorker.DefaultInterpreter);
        CompetitorWorker? worker = null;
        Exception? missing = Record.Exception(
            () => worker = CompetitorWorker.Start(workers.Program(library), threads: 1));
        Assert.SkipWhen(missing is InvalidOperationException, $"{missing?.Message}");
        return worker!;
    }
}
