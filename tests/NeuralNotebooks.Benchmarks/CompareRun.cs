using System.Globalization;
using System.Numerics.Tensors;
using System.Reflection;
using System.Text.Json;

namespace NeuralNotebooks.Benchmarks;

/// <summary>Runs the selected cases: a table on the output, progress beside it, and a file of results.</summary>
internal sealed class CompareRun(TextWriter output, TextWriter progress)
{
    private static readonly TimeSpan _interruptDelay = TimeSpan.FromSeconds(0.3);

    public int Run(CompareOptions options, CancellationToken cancellation)
    {
        try
        {
            if (options.Output is not null && Obstacle(options.Output) is { } obstacle)
            {
                progress.WriteLine(obstacle);
                return ExitCode.Failed;
            }
            using PythonWorkers workers = new(options.Python);
            BlasLibraries libraries = new(options.Threads.Max());
            ComparisonCase[] cases = Cases(libraries, workers, options);
            bool hasFootprint =
                options.Groups.Contains(FootprintFigures.Group) && options.Wants(FootprintFigures.Group);
            if (cases.Length == 0 && !hasFootprint)
            {
                progress.WriteLine(NoCase(options));
                return ExitCode.Usage;
            }

            bool hasProducts = cases.Any(one => one.Group == ProductComparison.Group);
            Machine machine = Machine.ThisOne();
            string openBlas = hasProducts
                ? $", OpenBLAS {libraries.OpenBlas.Version} on its core {libraries.OpenBlas.Core}"
                : "";
            output.WriteLine(
                Invariant($"{machine.Cpu}, {machine.Cores} cores, {machine.VectorBits}-bit vectors{openBlas}")
            );

            int exitCode = Measure(
                cases,
                hasFootprint,
                options.Threads,
                out List<Comparison> comparisons,
                out List<Figure> figures,
                cancellation
            );
            string[] skipped =
            [
                .. workers.Missing,
                .. hasProducts && libraries.Blis is null
                    ? ["BLIS: there is no libblis.so.4 (on Debian and Ubuntu: apt install libblis4-pthread)"]
                    : Array.Empty<string>(),
            ];
            foreach (string reason in skipped)
                output.WriteLine($"Not compared: {reason}");
            if (options.Output is not null && comparisons.Count + figures.Count > 0)
            {
                string today = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                Save(
                    options.Output,
                    new Report(
                        today,
                        machine,
                        Versions(hasProducts ? libraries : null, workers),
                        options.Rounds,
                        comparisons,
                        figures,
                        skipped,
                        Commit
                    )
                );
            }
            return exitCode;
        }
        catch (ComparisonRefusedException e)
        {
            progress.WriteLine(e.Message);
            return ExitCode.Refused;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            progress.WriteLine(options.Output is null ? e.Message : $"{options.Output}: {e.Message}");
            return ExitCode.Failed;
        }
    }

    private static ComparisonCase[] Cases(BlasLibraries libraries, PythonWorkers workers, CompareOptions options)
    {
        IEnumerable<ComparisonCase> all =
        [
            .. new ProductComparison(libraries, options).Cases(),
            .. new TrainingComparison(workers, options).Cases(),
            .. new VectorComparison(workers, options).Cases(),
        ];
        return [.. all.Where(one => options.Groups.Contains(one.Group) && options.Wants(one.Label))];
    }

    private static string NoCase(CompareOptions options)
    {
        string words =
            options.Filters.Count == 0
                ? ""
                : $" with the words of --filter "
                    + $"{string.Join(" --filter ", options.Filters.Select(filter => $"\"{filter}\""))}";
        string threads = string.Join(
            " and ",
            options.Threads.Select(count => Invariant($"{count}"))
        );
        string example = Comparison.LabelOf(ProductComparison.Group, "128³", ProductShape.Square(128).Text, "fp32", 1);
        return $"There is no case of {string.Join(", ", options.Groups)} on {threads} "
            + $"thread{(options.Threads is [1] ? "" : "s")}{words}. "
            + $"(Cases are called, for example, \"{example}\"; "
            + $"those of {VectorComparison.Group} run on one thread only.)";
    }

    /// <summary>Runs the cases; what was measured before an interrupt or a failure is kept.</summary>
    /// <returns>The exit code.</returns>
    private int Measure(
        ComparisonCase[] cases,
        bool hasFootprint,
        IReadOnlyList<int> threads,
        out List<Comparison> comparisons,
        out List<Figure> figures,
        CancellationToken cancellation
    )
    {
        ConsoleTable table = new(output, cases);
        (comparisons, figures) = ([], []);
        try
        {
            foreach ((int index, ComparisonCase one) in cases.Index())
            {
                progress.WriteLine(
                    Invariant($"[{index + 1}/{cases.Length}] {one.Label}")
                );
                Comparison comparison = one.Run(cancellation);
                comparisons.Add(comparison);
                table.Write(comparison);
            }
            if (!hasFootprint)
                return ExitCode.Passed;
            progress.WriteLine("Training in fresh processes");
            output.WriteLine();
            foreach (Figure figure in FootprintFigures.Measure(threads, cancellation))
            {
                figures.Add(figure);
                table.Write(figure);
            }
            return ExitCode.Passed;
        }
        catch (OperationCanceledException)
        {
            progress.WriteLine("Interrupted.");
            return ExitCode.Interrupted;
        }
        catch (InvalidOperationException e)
        {
            // Ctrl-C in a terminal also goes to the worker processes, and may have ended one just before it is noticed
            // here.
            bool isInterrupt = cancellation.WaitHandle.WaitOne(_interruptDelay);
            progress.WriteLine(isInterrupt ? "Interrupted." : e.Message);
            return isInterrupt ? ExitCode.Interrupted : ExitCode.Failed;
        }
    }

    /// <summary>Checks before measuring that the file can be written; null if it can, otherwise the reason.</summary>
    private static string? Obstacle(string path)
    {
        if (File.Exists(path))
        {
            try
            {
                Machine other = Report.FromJson(File.ReadAllText(path)).Machine;
                if (other != Machine.ThisOne())
                    return $"{path} has the results of another machine ({other.Cpu}, {other.OperatingSystem}). It "
                        + $"is left unchanged: name another file.";
            }
            catch (JsonException)
            {
                return $"{path} exists and holds no results of this program. It is left unchanged: name another "
                    + $"file, or remove it.";
            }
        }
        ResultFile.Prepare(path);
        return null;
    }

    /// <summary>Cases in the file that were not measured again are kept.</summary>
    private void Save(string path, Report report)
    {
        if (File.Exists(path) && Report.FromJson(File.ReadAllText(path)) is { } older)
        {
            if (ReportMerge.CanMerge(older, report))
                report = ReportMerge.Merge(older, report);
            else
                progress.WriteLine($"{path} was measured with other versions and is replaced.");
        }
        File.WriteAllText(path, report.ToJson());
    }

    /// <summary>The abbreviated commit that this program was built from; null if the build did not know it.</summary>
    private static string? Commit =>
        typeof(CompareRun)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion.Split('+')
            is [_, { Length: >= 7 } commit]
            ? commit[..7]
            : null;

    /// <param name="libraries">Those of the products; null where no product was compared.</param>
    /// <param name="workers">Those that were started.</param>
    private static Dictionary<string, string> Versions(BlasLibraries? libraries, PythonWorkers workers)
    {
        Dictionary<string, string> versions = new() { [".NET"] = Environment.Version.ToString() };
        if (libraries is not null)
        {
            versions[ProductComparison.OpenBlasName] =
                $"{libraries.OpenBlas.Version} on its core {libraries.OpenBlas.Core}";
            if (libraries.Blis is { } blis)
                versions[ProductComparison.BlisName] = $"{blis.Version} on its core {blis.Core}";
        }
        versions["System.Numerics.Tensors"] =
            typeof(TensorPrimitives)
                .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
                ?.InformationalVersion.Split('+')[0]
            ?? "";
        foreach ((string name, string version) in workers.Versions)
            versions[name] = version;
        return versions;
    }
}
