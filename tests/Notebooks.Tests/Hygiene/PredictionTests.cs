using AngleSharp.Dom;
using NeuralNotebooks.Site;

namespace Notebooks.Tests.Hygiene;

/// <summary>Tests the questions that begin with <c>**Predict.**</c> or <c>**Exercise.**</c>: each has a folded answer,
/// which nothing visible before it states.</summary>
public sealed partial class PredictionTests
{
    /// <summary>A question of a notebook.</summary>
    /// <param name="Cell">The id of its cell.</param>
    /// <param name="Prompt">Its text.</param>
    private sealed record Question(string Cell, string Prompt)
    {
        public Prediction? Answer { get; set; }

        /// <summary>What a reader sees of its section before the answer: texts, and the code of cells.</summary>
        public string Before { get; set; } = "";

        /// <summary>The cells with the tag of an answer, and the texts after the first of them.</summary>
        public List<CourseCell> After { get; } = [];

        public override string ToString() => $"{Cell}: {Prompt}";
    }

    [Theory]
    [EveryNotebook]
    public void Each_prediction_has_an_answer_of_a_known_kind(string name) =>
        Assert.Empty(QuestionsOf(name).Where(question => question.Answer is null).Select(question => $"{question}"));

    [Theory]
    [EveryNotebook]
    public void No_answer_has_a_mistake_in_its_attributes(string name)
    {
        List<string> problems = [];
        foreach (string line in CourseNotebook.Open(name).Markdown.SelectMany(cell => cell.Lines))
            if (DetailsIn(line) is { } details)
                Prediction.MarkIn(details, problems.Add);
        Assert.Empty(problems);
    }

    // A page keeps a guess by the words of its question.
    [Theory]
    [EveryNotebook]
    public void Questions_have_the_same_words_only_if_the_last_one_answers_the_others(string name) =>
        Assert.Empty(QuestionsOf(name).GroupBy(question => question.Prompt)
            .Where(same => same.SkipLast(1).Any(question => question.Answer?.IsLater != true))
            .Select(same => same.Key));

    /// <summary>Jupyter and VS Code show what is not folded as soon as the notebook is opened.</summary>
    [Theory]
    [EveryNotebook]
    public void The_text_below_the_output_that_answers_is_folded(string name) =>
        Assert.Empty(
            from question in QuestionsOf(name)
            let text = question.After.SkipWhile(cell => !cell.IsCode).FirstOrDefault(cell => !cell.IsCode)
            where text is not null && !text.Source.StartsWith("<details data-", StringComparison.Ordinal)
            select $"{text.Id} answers {question}");

    [Theory]
    [EveryNotebook]
    public void An_output_with_the_tag_answers_a_question(string name)
    {
        var notebook = CourseNotebook.Open(name);
        var answers = QuestionsOf(name).SelectMany(question => question.After).Select(cell => cell.Id).ToHashSet();

        Assert.Empty(notebook.Code.Where(cell => IsTagged(cell) && !answers.Contains(cell.Id)).Select(cell => cell.Id));
    }

    [Theory]
    [EveryNotebook]
    public void No_visible_text_or_code_before_an_answer_states_it(string name) =>
        Assert.Empty(QuestionsOf(name).Where(StatesItsAnswer).Select(question => $"{question}"));

    [Fact]
    public void In_at_least_a_dozen_predictions_the_reader_draws_a_curve() =>
        Assert.True(CourseNotebook.Names.SelectMany(QuestionsOf).Count(one => one.Answer?.Curve is not null) >= 12);

    /// <summary>Whether the number stands in the text or code, or the words of the right choice and those of no
    /// other. A number of a single digit, and the 100 % of a bet, are not looked for.</summary>
    private static bool StatesItsAnswer(Question question)
    {
        // The number of a bet is the certainty of the truth.
        if (question.Answer is not { } answer || question.After.Any(cell => cell.Source.Contains("data-bet>")))
            return false;
        if (answer.Number is { } number)
            return number != "100" && number.Count(char.IsDigit) > 1
                && Numbers().Matches(question.Before + " " + question.Prompt)
                    .Any(found => Parsed(found.Value) == Parsed(number));
        return answer.Right.Any(IsIn) && !answer.Choices.Except(answer.Right).Any(IsIn);

        bool IsIn(string choice) => choice.Length > 2 && Whole(choice).IsMatch(question.Before);
    }

    private static Regex Whole(string words) => new($@"(?<!\w){Regex.Escape(words)}(?!\w)", RegexOptions.IgnoreCase);

    private static double Parsed(string number) =>
        double.Parse(number.Replace('−', '-'), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static bool IsTagged(CourseCell cell) =>
        cell.Json.GetProperty("metadata").TryGetProperty("tags", out var tags)
        && tags.EnumerateArray().Any(tag => tag.GetString() == "answer");

    private static List<Question> QuestionsOf(string name)
    {
        var questions = new List<Question>();
        var visible = new StringBuilder();
        Question? open = null;
        int folded = 0;
        foreach (CourseCell cell in CourseNotebook.Open(name).Cells)
        {
            if (cell.IsCode)
            {
                visible.AppendLine(cell.Source);
                if (IsTagged(cell))
                    open?.After.Add(cell);
                continue;
            }
            if (open?.After.Count > 0)
                open.After.Add(cell);
            foreach (string line in cell.Lines)
            {
                if (line.StartsWith('#'))
                {
                    open = null;
                    visible.Clear();
                }
                if (Label().Match(line) is { Success: true } label)
                    questions.Add(open = new Question(cell.Id, line[label.Length..].Trim()));
                else if (line.StartsWith("<details", StringComparison.Ordinal))
                {
                    folded++;
                    if (open is { Answer: null } && Prediction.Of(DetailsIn(line)!) is { } answer)
                        (open.Answer, open.Before) = (answer, visible.ToString());
                }
                else if (line.StartsWith("</details>", StringComparison.Ordinal))
                    folded--;
                else if (folded == 0)
                    visible.AppendLine(line);
            }
        }

        return questions;
    }

    private static IElement? DetailsIn(string line) => line.StartsWith("<details", StringComparison.Ordinal)
        ? HtmlTree.Parse(line, runsScripts: true).QuerySelector("details")
        : null;

    [GeneratedRegex(@"^> \*\*(Predict|Exercise)\.\*\*")]
    private static partial Regex Label();

    [GeneratedRegex(@"(?<![\w.])[-−]?\d+(?:\.\d+)?(?:e-?\d+)?(?![\w]|\.\d)")]
    private static partial Regex Numbers();
}
