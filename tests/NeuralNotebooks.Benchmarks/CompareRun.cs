using System.Numerics.Tensors;

namespace NeuralNotebooks.Benchmarks;

internal sealed class CompareRun(CompareOptions options, TextWriter output, TextWriter progress)
{
    private readonly List<Comparison> _comparisons = [];

    private readonly List<(string Case, ContenderFailure Failure)> _failures = [];

    public int Run(CancellationToken cancellation)
    {
        try
        {
            if (File.Exists(options.Output))
            {
                progress.WriteLine(
                    $"{options.Output} exists and is left unchanged: name another file, or remove it first.");
                return ExitCode.Failed;
            }
            ResultFile.Prepare(options.Output);
            using CompetitorWorkers workers = new(options.Python);
            ProductComparison products = new(options);
            ComparisonCase[] cases =
            [
                .. products.Cases(),
                .. new TrainingComparison(workers, options).Cases(),
                .. new VectorComparison(workers, options).Cases(),
            ];
            cases = [.. cases.Where(one => IsSelected(one.Planned.Group, one.Planned.Label))];
            if (cases.Length == 0)
            {
                progress.WriteLine(NoCase());
                return ExitCode.Usage;
            }
            bool hasProducts = cases.Any(one => one.Planned.Group == ProductComparison.Group);
            Machine machine = Machine.ThisOne();
            output.WriteLine(Invariant($"{machine.Cpu}, {machine.Cores} cores, {machine.VectorBits}-bit vectors"));
            int exitCode = Measure(cases, cancellation);
            List<string> skipped = [.. workers.Missing, .. hasProducts ? products.Missing : [], .. Failures()];
            foreach (string reason in skipped)
                output.WriteLine($"Not compared: {reason}");
            Dictionary<string, string> versions = Versions(hasProducts ? products : null, workers);
            output.WriteLine($"Versions: {string.Join(", ", versions.Select(one => $"{one.Key} {one.Value}"))}");
            if (_comparisons.Count > 0)
            {
                Report report = new(
                    DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    machine,
                    versions,
                    options.Rounds,
                    _comparisons,
                    skipped,
                    Commit);
                File.WriteAllText(options.Output, report.ToJson());
                output.WriteLine($"Results: {options.Output}");
            }
            return exitCode;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            progress.WriteLine($"{options.Output}: {e.Message}");
            return ExitCode.Failed;
        }
    }

    private bool IsSelected(string group, string label) => options.Groups.Contains(group) && options.Wants(label);

    private string NoCase()
    {
        string words = string.Join(" --filter ", options.Filters.Select(filter => $"\"{filter}\""));
        return $"There is no case of {string.Join(", ", options.Groups)} on {string.Join(" and ", options.Threads)} "
            + $"thread{(options.Threads is [1] ? "" : "s")}"
            + $"{(words.Length > 0 ? $" with the words of --filter {words}" : "")}. "
            + "(Cases are called, for example, \"gemm 128³ 128×128·128×128 NN fp32 1T\"; "
            + $"those of {VectorComparison.Group} run on one thread only.)";
    }

    private IEnumerable<string> Failures() =>
        from failure in _failures
        group failure.Case by failure.Failure into cases
        let others = cases.Count() - 1
        select $"{cases.Key.Name}: {cases.Key.Reason} (in {cases.First()}"
            + $"{(others > 0 ? Invariant($" and {others} other case{(others == 1 ? "" : "s")}") : "")})";

    /// <summary>Runs the cases. A contender that fails is left out of the case. After an interrupt, or a failure of our
    /// own code, the results measured before it are still written.</summary>
    private int Measure(ComparisonCase[] cases, CancellationToken cancellation)
    {
        try
        {
            foreach ((int index, ComparisonCase one) in cases.Index())
            {
                progress.WriteLine(Invariant($"[{index + 1}/{cases.Length}] {one.Planned.Label}"));
                RaceResult result = one.Measure(cancellation);
                foreach (ContenderFailure failure in result.Failures)
                {
                    progress.WriteLine($"{failure.Name} is left out: {failure.Reason}");
                    _failures.Add((one.Planned.Label, failure));
                }
                _comparisons.Add(one.Planned with { Rates = result.Rates });
                output.WriteLine(_comparisons[^1]);
            }
            return ExitCode.Passed;
        }
        catch (Exception e) when (e is OperationCanceledException or InvalidOperationException)
        {
            bool isInterrupt = Race.IsCancelled(cancellation);
            progress.WriteLine(isInterrupt ? "Interrupted." : e.Message);
            return isInterrupt ? ExitCode.Interrupted : ExitCode.Failed;
        }
    }

    private static string? Commit => VersionOf(typeof(CompareRun)) is [_, { Length: >= 7 } commit] ? commit[..7] : null;

    private static string[] VersionOf(Type type) =>
        type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+');

    private static Dictionary<string, string> Versions(ProductComparison? products, CompetitorWorkers workers)
    {
        Dictionary<string, string> versions = new() { [".NET"] = $"{Environment.Version}" };
        if (products?.OpenBlas is { } openBlas)
            versions[ProductComparison.OpenBlasName] = $"{openBlas}";
        versions["System.Numerics.Tensors"] = VersionOf(typeof(TensorPrimitives))[0];
        foreach ((string name, string version) in workers.Versions)
            versions[name] = version;
        return versions;
    }
}
