namespace NeuralNotebooks.Assignments;

/// <param name="line">The line in the cell, from 1; null if it concerns no particular line.</param>
internal delegate void ReportProblem(int? line, string sentence);

/// <summary>Finds the regions of a cell by the markers at their beginnings and ends.</summary>
/// <param name="report">Receives the problems; null if they have been reported before.</param>
internal sealed class RegionReader(bool isText, ReportProblem? report)
{
    private readonly List<Region> _regions = [];
    private Region? _open; // Its end is not known yet.

    public IReadOnlyList<Region> Read(string[] lines)
    {
        foreach ((int i, string line) in lines.Index())
        {
            Match marker = MarkerPatterns.RegionEdge(isText).Match(line);
            string kind = marker.Groups["kind"].Value;
            if (!marker.Success)
                CheckMention(i, line);
            else if (marker.Groups["edge"].Value == "BEGIN")
                Begin(i, kind);
            else
                End(i, kind);
        }
        if (_open is { } unclosed)
            Report(
                unclosed.Begin, $"The region does not end. Expected {Written("END", unclosed.Kind)} below this line.");
        return _regions;
    }

    private void Begin(int line, string kind)
    {
        if (_open is { } outer)
            Report(
                line,
                $"Regions cannot be nested: {outer.Kind}, begun in line {outer.Begin + 1}, has not ended. "
                    + $"Expected {Written("END", outer.Kind)} before this line.");
        _open = new(kind, line, End: -1);
    }

    private void End(int line, string kind)
    {
        if (_open?.Kind != kind)
        {
            Report(line, $"This END has no BEGIN. Expected {Written("BEGIN", kind)} above this line.");
            return;
        }
        _regions.Add(_open with { End = line });
        _open = null;
    }

    private void CheckMention(int line, string text)
    {
        if (MarkerPatterns.RegionWords().IsMatch(text)
            || (!isText && MarkerPatterns.CommentWithRegionWords().IsMatch(text)))
            Report(
                line,
                $"A region's marker must stand alone on its line. Expected {Written("BEGIN", Region.Solution)}, "
                    + $"{Written("END", Region.Solution)} or the same with {Region.HiddenTests}.");
    }

    private string Written(string edge, string kind) => isText ? $"<!-- {edge} {kind} -->" : $"// {edge} {kind}";

    private void Report(int line, string sentence) => report?.Invoke(line + 1, sentence);
}
