namespace NeuralNotebooks.Classroom;

/// <summary>The page on which a person marks. It shows the texts that students have added to the tasks, without
/// their names and in a reproducible order. Equal texts are marked together. A <see cref="MarkingSession"/> writes the
/// marks; without its server, the page only shows them.</summary>
internal sealed class MarkingPage(GradingStore store, MarkedClass marked, Adjustments adjustments, string home)
{
    public const string FileName = "marking.html";

    private static readonly (string Key, string Meaning)[] _keys =
    [
        ("1 … 9", "points"),
        ("0", "nothing"),
        ("n", "next"),
        ("p", "previous"),
        ("u", "next without a mark"),
        ("c", "comment; Enter: next"),
        ("q", "question and model answer"),
        ("s", "save a mark that could not be saved"),
    ];

    private readonly StandaloneProse _prose = new();

    /// <summary>Writes the page, or removes it if there is nothing to mark.</summary>
    public void Write()
    {
        string path = Path.Combine(store.Path, FileName);
        if (marked.Tasks.Count == 0)
        {
            File.Delete(path);
            return;
        }
        (string body, string styles) = _prose.Typeset(Body().ToHtml());
        NamedFile.Write(
            path,
            ClassroomPage.Of(
                "Marking", Markup.Raw(body), ClassroomPage.Asset("marking.css") + styles,
                ClassroomPage.Asset("marking.js")));
    }

    private Markup Body()
    {
        var cards = new MarkingCards(_prose, new(store, _prose));
        return Markup.Of(
            $"""
            <main class="wide marking">
            <p class="meta">For the teacher · <a href="{home}">all results</a></p>
            <h1>Marking</h1>
            <div class="tools"><output class="progress"></output><output class="state">This page only shows marks. To
            change them: <code>nn assign mark DIR --open</code>, with the folder of this page.</output></div>
            {marked.Tasks.Select(cards.Section)}
            <details class="help"><summary>Keyboard shortcuts, and where marks are</summary>
            <p class="sans">{Keys()}</p>
            <p class="sans">Each mark is written into <code>{Adjustments.FileName}</code> as you give it, and then into
            the grades and the pages of this folder. Other rows of that file stay as they are.</p></details>
            </main>
            <script type="application/json" class="data">{Markup.Raw(MarkingSession.Json(marked, adjustments))}</script>

            """);
    }

    private static Markup Keys() =>
        Markup.Join(" · ", _keys.Select(key => Markup.Of($"<kbd>{key.Key}</kbd> {key.Meaning}")));
}
