using System.Globalization;

namespace NeuralNotebooks.Benchmarks;

/// <summary>Runs the cases that are asked for: a table on the output, progress beside it, and a file of results.</summary>
internal sealed class CompareRun(TextWriter output, TextWriter progress)
{
    public int Run(CompareOptions options, CancellationToken cancellation)
    {
        try
        {
            OpenBlas openBlas = OpenBlas.Load(options.Threads.Max());
            Blis? blis = Blis.Load();
            Dictionary<string, string> versions = new()
            {
                [".NET"] = Environment.Version.ToString(),
                ["OpenBLAS"] = $"{openBlas.Version} on its core {openBlas.Core}",
                ["Math.NET Numerics"] = ManagedMathNet.Version,
            };
            if (blis is not null)
                versions["BLIS"] = $"{blis.Version} on its core {blis.Core}";
            Machine machine = Machine.ThisOne();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{machine.Cpu}, {machine.Cores} cores, {machine.VectorBits}-bit vectors; {string.Join(", ", versions.Select(version => $"{version.Key} {version.Value}"))}"));

            ComparisonCase[] cases = [.. new ProductComparison(openBlas, blis, options).Cases().Where(one => options.Groups.Contains(one.Group) && options.Wants(one.Label))];
            if (cases.Length == 0)
            {
                progress.WriteLine($"No case has the words of --filter {string.Join(" --filter ", options.Filters)}.");
                return ExitCode.Usage;
            }

            ConsoleTable table = new(output);
            List<Comparison> comparisons = [];
            foreach ((int index, ComparisonCase one) in cases.Index())
            {
                progress.WriteLine(string.Create(CultureInfo.InvariantCulture, $"[{index + 1}/{cases.Length}] {one.Label}"));
                Comparison comparison = one.Run(cancellation);
                comparisons.Add(comparison);
                table.Write(comparison);
            }

            Report report = new(DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), machine, versions, options.Rounds, comparisons, [], []);
            if (options.Output is not null)
                File.WriteAllText(options.Output, report.ToJson());
            return ExitCode.Passed;
        }
        catch (ComparisonRefusedException e)
        {
            progress.WriteLine(e.Message);
            return ExitCode.Refused;
        }
        catch (OperationCanceledException)
        {
            progress.WriteLine("Interrupted.");
            return ExitCode.Interrupted;
        }
    }
}
