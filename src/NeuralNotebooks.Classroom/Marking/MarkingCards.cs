namespace NeuralNotebooks.Classroom;

/// <summary>The cards of the marking page: one for each answer, with the buttons and fields for its mark.</summary>
internal sealed class MarkingCards(StandaloneProse prose, AnswerRenderer answers)
{
    public Markup Section(MarkedTask task)
    {
        Markup choices = Choices(task);
        return Markup.Of(
            $"""
            <section class="task">
            <div class="head"><h2>{task.Title}</h2><span class="points">{Readable.Points(task.MaxPoints)}</span></div>
            {Part("Question", task.Guide.Text)}{Part("Model answer", task.Guide.Model)}
            {task.Ordered.Select((answer, i) => Card(task, answer, i, choices))}
            </section>

            """);
    }

    private Markup Part(string title, string markdown) =>
        string.IsNullOrWhiteSpace(markdown)
            ? default
            : Markup.Of(
                $"""
                <details class="given"><summary>{title}</summary><div class="text">{Prose(markdown)}</div></details>

                """);

    private Markup Card(MarkedTask task, MarkedAnswer answer, int index, Markup choices)
    {
        string equal = answer.Submissions.Count == 1 ? "" : $" · {answer.Submissions.Count} equal, marked at once";
        return Markup.Of(
            $"""
            <article tabindex="-1"><div class="head"><h3>Answer {index + 1} of {task.Answers.Count}</h3>
            <span class="points"><code>{task.PseudonymOf(answer)}</code>{equal}</span></div>
            <div class="text answer">{answers.Render(answer)}</div>
            <fieldset class="mark" disabled="disabled"><div class="choices">{choices}</div>
            <label>Points of {task.MaxPoints.ForPage}
            <input class="number" type="number" min="0" max="{task.MaxPoints.ToString()}" step="0.5" /></label>
            <label class="wide">Comment, which the student reads
            <input class="comment" autocomplete="off" maxlength="1000" /></label>
            <p class="note" role="status"></p></fieldset></article>

            """);
    }

    private Markup Choices(MarkedTask task) =>
        Markup.Join(
            "",
            task.Choices.Select(
                (choice, i) =>
                {
                    Markup key = i < 9 ? Markup.Of($"<kbd>{i + 1}</kbd> ") : default;
                    Markup text = choice.Text is null ? default : Markup.Of($"<span>{Inline(choice.Text)}</span> ");
                    string points = ((Points)choice.Points).ForPage;
                    return Markup.Of(
                        $"""<button type="button" aria-pressed="false">{key}{text}<b>{points}</b></button>""");
                }));

    private Markup Inline(string markdown) => Markup.Raw(prose.AddInline(markdown));

    private Markup Prose(string markdown) => Markup.Raw(prose.Add(markdown));
}
