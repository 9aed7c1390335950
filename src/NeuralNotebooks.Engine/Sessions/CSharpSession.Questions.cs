using SheetParts = (int Number, (string Kind, int Line, string Text, string[] Choices, int Right)[] Questions, string?
    Problem);

namespace NeuralNotebooks.Engine;

/// <content>Questions about a function that a cell declares.</content>
public sealed partial class CSharpSession
{
    /// <summary>The name of the <see cref="AppContext"/> data through which a library asks for questions without a
    /// reference to the engine. The data are a function from an example call, a seed, and the name of the method that
    /// returns an object's text, to the parts of a <see cref="QuestionSheet"/>.</summary>
    private const string Questions = "NeuralNotebooks.Questions";

    private static SheetParts AskQuestions(string call, string seed, string textOf)
    {
        QuestionSheet sheet = CellExecution.Current.Questions!(call, seed, textOf);
        return (
            sheet.Number,
            [.. sheet.Questions.Select(one => (one.Kind, one.Line, one.Text, one.Choices.ToArray(), one.Right))],
            sheet.Problem
        );
    }

    private static void OfferQuestions() =>
        AppContext.SetData(Questions, (Func<string, string, string, SheetParts>)AskQuestions);

    /// <summary>Makes questions while a cell runs. The question program is not appended to the session.</summary>
    private QuestionSheet QuestionsOf(string call, string seed, string textOf)
    {
        var questions = CodeQuestions.Of(call, _chain.SourceOf, seed, textOf, _chain.Analyze);
        if (questions.Problem is not null)
            return questions.Choose(null);
        Submission program = _chain.Compile(questions.Program, path: "questions", CancellationToken.None);
        return questions.Choose((string[][]?)_chain.EvaluateAsync(program).GetAwaiter().GetResult());
    }
}
