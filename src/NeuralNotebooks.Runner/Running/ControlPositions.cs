using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Runner;

/// <summary>Runs the cells that a control moves at a few of its positions, once a notebook has run: for pages that do
/// not run. A control that costs too much has no positions.</summary>
internal sealed partial class ControlPositions(WorkerProcess worker, Notebook notebook, IReadOnlyList<CellRun> runs)
{
    /// <summary>How many positions the controls of a cell have together.</summary>
    private const int MaxPositions = 25;

    /// <summary>How many a slider has.</summary>
    private const int MaxSteps = 11;

    /// <summary>How long the cells of one control may run, in total.</summary>
    private static readonly TimeSpan _maxTime = TimeSpan.FromSeconds(10);

    /// <summary>How many characters they may show, in total.</summary>
    private const int MaxText = 500_000;

    private readonly CodeCell[] _cells = [.. notebook.CodeCells];
    private readonly (string Name, Field Field)[]?[] _controls = [.. notebook.CodeCells.Select(ControlsOf)];
    private NamesFound[]? _names;

    /// <summary>Adds the positions to the outputs of the cells with controls.</summary>
    public async Task AddAsync(CancellationToken cancellation)
    {
        for (int number = 1; number <= _cells.Length && !worker.HasEnded; number++)
        {
            if (_controls[number - 1] is not { } controls)
                continue;
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(_maxTime);
            try
            {
                await AddAsync(number, controls, limit.Token);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                await worker.EndAsync(); // A cell that does not end may hold anything.
            }
            catch (WorkerGoneException)
            {
                await worker.EndAsync();
            }
        }
    }

    private async Task AddAsync(int number, (string Name, Field Field)[] fields, CancellationToken limit)
    {
        if (fields.Any(field => Values(field.Field, MaxPositions).Length < 2))
            return;
        _names ??= await FindNamesAsync(limit);
        int[] moved = Dependents(number);
        // Two hands on one output: only a live page can.
        if (Enumerable.Range(1, _cells.Length).Any(other =>
                other != number
                && _controls[other - 1] is not null
                && Dependents(other).Intersect(moved).Any()))
            return;
        if (moved.Sum(cell => runs[cell - 1].Duration.TotalSeconds) > _maxTime.TotalSeconds / 2)
            return;
        int size = (await RunAsync(moved, [], limit)).ToJson().Length;
        double each = Math.Pow(Math.Min(MaxPositions, MaxText / size) + 0.5, 1.0 / fields.Length);
        (string Name, IReadOnlyList<string> Values)[] controls =
        [
            .. fields.Select(field => (field.Name, (IReadOnlyList<string>)Values(field.Field, (int)each))),
        ];
        if (controls.Any(control => control.Values.Count < 2))
            return;
        long start = Stopwatch.GetTimestamp();
        List<Notebook> shown = [];
        Dictionary<string, string>[] combinations = [.. Combinations(controls)];
        foreach (Dictionary<string, string> choices in combinations)
        {
            shown.Add(await RunAsync(moved, choices, limit));
            if (Stopwatch.GetElapsedTime(start) * combinations.Length / shown.Count > _maxTime)
                break;
        }
        await RunAsync(moved, [], limit); // What comes next finds the start.
        if (shown.Count == combinations.Length && shown.Sum(at => at.ToJson().Length) <= 2 * MaxText)
            _cells[number - 1].Outputs.OfType<DisplayData>().First(output => Found(output).Count > 0).Data.Add(
                Positions.MimeType, new Positions(controls, shown).ToJson());
    }

    /// <summary>The controls of a cell; null where there are none that can be read.</summary>
    private static (string Name, Field Field)[]? ControlsOf(CodeCell cell)
    {
        try
        {
            (string, Field)[] controls =
            [
                .. cell.Outputs.OfType<DisplayData>().SelectMany(Found).Select(control => (
                    WebUtility.HtmlDecode(control.Groups["name"].Value),
                    JsonSerializer.Deserialize<Field>(
                        WebUtility.HtmlDecode(control.Groups["field"].Value),
                        JsonSerializerOptions.Web
                    )!
                )),
            ];
            return controls.Length > 0 ? controls : null;
        }
        catch (JsonException)
        {
            return null; // A cell has written what looks like a control.
        }
    }

    private static MatchCollection Found(DisplayData output) =>
        Control().Matches(output.Data.Text(MimeBundle.Html) ?? "");

    /// <summary>The values of a control, if it has so few; else none.</summary>
    private static string[] Values(Field field, int most) =>
        field switch
        {
            { Kind: "range", Step: > 0 } => Grid(field, Math.Min(most, MaxSteps)),
            { Kind: "select", Options: { } options } when options.Length <= most => options,
            { Kind: "checkbox" } when most > 1 => ["false", "true"],
            _ => [],
        };

    /// <summary>Steps of a slider from end to end; one of them is its start.</summary>
    private static string[] Grid(Field slider, int most)
    {
        double last = Math.Floor((slider.Max - slider.Min) / slider.Step + 1e-9);
        int count = (int)Math.Min(most, last + 1);
        if (count < 2 || slider.Value is not { } start || !double.TryParse(start, Invariant, out double begin))
            return [];
        double[] values =
        [
            .. Enumerable.Range(0, count).Select(i => slider.Min + Math.Round(i * last / (count - 1)) * slider.Step),
        ];
        int nearest = Enumerable.Range(0, count)
            .MinBy(i => (Math.Abs(values[i] - begin), i == 0 || i == count - 1));
        return [.. values.Select((value, i) => i == nearest ? start : Text(value))];

        // Without the last digits, which sums of steps leave behind.
        string Text(double value) =>
            double.Parse(value.ToString("G12", Invariant), Invariant).ToString("R", Invariant);
    }

    private static CultureInfo Invariant => CultureInfo.InvariantCulture;

    private static IEnumerable<Dictionary<string, string>> Combinations(
        IEnumerable<(string Name, IReadOnlyList<string> Values)> controls
    ) =>
        controls.Aggregate(
            (IEnumerable<Dictionary<string, string>>)[[]],
            (before, control) => before.SelectMany(choices => control.Values.Select(value =>
                new Dictionary<string, string>(choices) { [control.Name] = value })));

    /// <summary>A cell, and the numbers of those that have to run with it, as on a live page.</summary>
    private int[] Dependents(int number)
    {
        SortedSet<int> run = [number];
        for (int size = 0; size != run.Count;)
        {
            size = run.Count;
            for (int at = 1; at <= _cells.Length; at++)
                foreach (string used in _names![at - 1].Reads)
                    for (int above = at - 1; above > 0; above--)
                    {
                        bool declares = _names[above - 1].Declares.Contains(used);
                        if ((declares || _names[above - 1].Assigns.Contains(used)) && run.Contains(above))
                            run.Add(at);
                        if (declares && run.Contains(at) && _names[at - 1].Assigns.Contains(used))
                            run.Add(above);
                        if (declares)
                            break;
                    }
        }
        return [.. run];
    }

    private async Task<NamesFound[]> FindNamesAsync(CancellationToken limit)
    {
        var found = new List<NamesFound>();
        foreach (CodeCell cell in _cells)
            found.Add(await worker.AskAsync<NamesFound>(new AskNames(cell.Source), _ => { }, limit));
        return [.. found];
    }

    /// <summary>What cells show when the reader has chosen something.</summary>
    private async Task<Notebook> RunAsync(int[] moved, Dictionary<string, string> choices, CancellationToken limit)
    {
        var shown = new Notebook();
        bool hasFailed = false;
        foreach (int number in moved)
        {
            var cell = new CodeCell(_cells[number - 1].Id, "");
            shown.Cells.Add(cell);
            if (hasFailed)
                continue;
            var outputs = new CellOutputs(shown, cell);
            CellEnded end = await worker.AskAsync<CellEnded>(
                new ExecuteCell(number, _cells[number - 1].Source, choices),
                message =>
                {
                    if (message is CellMessage output && output.Cell == number)
                        outputs.Take(output);
                },
                limit
            );
            hasFailed = end.Outcome != CellOutcome.Succeeded && !_cells[number - 1].MayFail;
            await worker.NativeOutputAsync();
            foreach (Output output in cell.Outputs)
                RemoveLibrary(output);
        }
        return shown;
    }

    /// <summary>The page has the drawing library for the first output already.</summary>
    private static void RemoveLibrary(Output output)
    {
        MimeBundle? data = (output as DisplayData)?.Data ?? (output as ExecuteResult)?.Data;
        if (data?.Text(MimeBundle.Html) is { } html)
            data.Add(MimeBundle.Html, Library().Replace(html, ""));
    }

    [GeneratedRegex("data-nn-control=\"(?<name>[^\"]*)\" data-nn-field=\"(?<field>[^\"]*)\"")]
    private static partial Regex Control();

    [GeneratedRegex("""<script data-nn-(?:plotlyjs|function)=.*?</script>""", RegexOptions.Singleline)]
    private static partial Regex Library();

    /// <summary>A control as its cell has written it.</summary>
    private sealed record Field(
        string? Kind,
        double Min,
        double Max,
        double Step,
        string? Value,
        string[]? Options
    );
}
