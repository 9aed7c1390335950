namespace NeuralNotebooks.Site;

internal sealed class PageReport(string notebook)
{
    private readonly List<SiteProblem> _problems = [];

    public IReadOnlyList<SiteProblem> Problems => _problems;

    public string Notebook => notebook;

    /// <summary>The place in the notebook that is being rendered, for messages: <c>cell 7</c> or <c>text after cell
    /// 6</c>.</summary>
    public string Place { get; set; } = "text before cell 1";

    public void Add(string message) => _problems.Add(ProblemHere(message));

    public void AddRefusal(string message) => _problems.Add(ProblemHere(message) with { IsRefusal = true });

    public SiteProblem ProblemHere(string message) => new(notebook, Place, message);

    /// <summary>Runs a conversion of a part of a notebook. An exception is reported as a problem at
    /// <see cref="Place"/>, so that the rest of the page is still written.</summary>
    /// <param name="convert">The conversion. If it fails, the caller has to undo its partial results.</param>
    public bool Try(string problem, Action convert)
    {
        try
        {
            convert();
            return true;
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            Add($"{problem}: {e.Message}");
            return false;
        }
    }

    /// <summary>Returns the result of a conversion; if it fails, reports that as a problem and returns
    /// nothing.</summary>
    public T? Try<T>(string problem, Func<T> convert)
    {
        T? result = default;
        Try(problem, () => { result = convert(); });
        return result;
    }

    public string? Readable(string url, Func<string> make) => Try($"the file {url} cannot be read", make);
}
