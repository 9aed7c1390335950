using System.Globalization;
using System.Numerics.Tensors;
using System.Reflection;
using System.Text.Json;
using NeuralNotebooks.Speed;

namespace NeuralNotebooks.Benchmarks;

/// <summary>Runs the cases that are asked for: a table on the output, progress beside it, and a file of results.</summary>
internal sealed class CompareRun(TextWriter output, TextWriter progress)
{
    private static readonly TimeSpan s_interruptDelay = TimeSpan.FromSeconds(0.3);

    public int Run(CompareOptions options, CancellationToken cancellation)
    {
        try
        {
            if (options.Output is not null)
                Prepare(options.Output);
            OpenBlas openBlas = OpenBlas.Load(options.Threads.Max());
            using PythonWorkers workers = new(options.Python);
            bool hasProducts = options.Groups.Contains(ProductComparison.Group);
            Blis? blis = hasProducts ? Blis.Load() : null;
            Machine machine = Machine.ThisOne();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{machine.Cpu}, {machine.Cores} cores, {machine.VectorBits}-bit vectors, OpenBLAS {openBlas.Version} on its core {openBlas.Core}"));

            IEnumerable<ComparisonCase> all =
            [
                .. new ProductComparison(openBlas, blis, options).Cases(),
                .. new TrainingComparison(workers, options).Cases(),
                .. new VectorComparison(workers, options).Cases(),
            ];
            ComparisonCase[] cases = [.. all.Where(one => options.Groups.Contains(one.Group) && options.Wants(one.Label))];
            bool hasFootprint = options.Groups.Contains(FootprintFigures.Group) && options.Wants(FootprintFigures.Group);
            if (cases.Length == 0 && !hasFootprint)
            {
                progress.WriteLine($"No case has the words of --filter {string.Join(" --filter ", options.Filters)}.");
                return ExitCode.Usage;
            }

            int exitCode = Measure(cases, hasFootprint, options.Threads, out List<Comparison> comparisons, out List<Figure> figures, cancellation);
            string[] skipped = [.. workers.Missing, .. hasProducts && blis is null ? ["BLIS: there is no libblis.so.4 (on Debian and Ubuntu: apt install libblis4-pthread)"] : Array.Empty<string>()];
            foreach (string reason in skipped)
                output.WriteLine($"Not compared: {reason}");
            if (options.Output is not null && comparisons.Count + figures.Count > 0)
            {
                string today = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                Save(options.Output, new Report(today, machine, Versions(openBlas, blis, workers), options.Rounds, comparisons, figures, skipped));
            }
            return exitCode;
        }
        catch (ComparisonRefusedException e)
        {
            progress.WriteLine(e.Message);
            return ExitCode.Refused;
        }
        catch (JsonException)
        {
            progress.WriteLine($"{options.Output} is there and has no results of this program in it. It stays as it is: name another file, or take it away.");
            return ExitCode.Failed;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            progress.WriteLine($"{options.Output}: {e.Message}");
            return ExitCode.Failed;
        }
        catch (OperationCanceledException)
        {
            progress.WriteLine("Interrupted.");
            return ExitCode.Interrupted;
        }
    }

    /// <summary>Runs the cases; what was measured before an interrupt or a failure is kept.</summary>
    /// <returns>The exit code.</returns>
    private int Measure(
        ComparisonCase[] cases, bool hasFootprint, IReadOnlyList<int> threads, out List<Comparison> comparisons, out List<Figure> figures, CancellationToken cancellation)
    {
        ConsoleTable table = new(output, cases);
        (comparisons, figures) = ([], []);
        try
        {
            foreach ((int index, ComparisonCase one) in cases.Index())
            {
                progress.WriteLine(string.Create(CultureInfo.InvariantCulture, $"[{index + 1}/{cases.Length}] {one.Label}"));
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
            // Ctrl-C in a terminal goes to the processes of others too, and may have ended one a moment before it is known here.
            bool isInterrupt = cancellation.WaitHandle.WaitOne(s_interruptDelay);
            progress.WriteLine(isInterrupt ? "Interrupted." : e.Message);
            return isInterrupt ? ExitCode.Interrupted : ExitCode.Failed;
        }
    }

    /// <summary>Finds out before the measurement whether the results can go to the file.</summary>
    /// <exception cref="JsonException">It has something else in it.</exception>
    private static void Prepare(string path)
    {
        if (File.Exists(path))
            Report.FromJson(File.ReadAllText(path));
        ResultFile.Prepare(path);
    }

    /// <summary>Cases that are in the file already and were not measured again stay.</summary>
    private void Save(string path, Report report)
    {
        if (File.Exists(path) && Report.FromJson(File.ReadAllText(path)) is { } older)
        {
            if (ReportMerge.CanMerge(older, report))
                report = ReportMerge.Merge(older, report);
            else
                progress.WriteLine($"{path} was of another machine or other versions: it is replaced.");
        }
        File.WriteAllText(path, report.ToJson());
    }

    private static Dictionary<string, string> Versions(OpenBlas openBlas, Blis? blis, PythonWorkers workers)
    {
        Dictionary<string, string> versions = new()
        {
            [".NET"] = Environment.Version.ToString(),
            [ProductComparison.OpenBlasName] = $"{openBlas.Version} on its core {openBlas.Core}",
        };
        if (blis is not null)
            versions[ProductComparison.BlisName] = $"{blis.Version} on its core {blis.Core}";
        versions["Math.NET Numerics"] = ManagedMathNet.Version;
        versions["System.Numerics.Tensors"] = typeof(TensorPrimitives).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";
        foreach ((string name, string version) in workers.Versions)
            versions[name] = version;
        return versions;
    }
}
