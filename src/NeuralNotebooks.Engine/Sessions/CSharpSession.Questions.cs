namespace NeuralNotebooks.Engine;

/// <content>Questions about a function that a cell declares.</content>
public sealed partial class CSharpSession
{
    /// <summary>The name of the <see cref="AppContext"/> data through which a library asks for questions without a
    /// reference to the engine. The data are a function from an example call, a seed, and the name of the method that
    /// returns an object's text, to the parts of a <see cref="QuestionSheet"/>.</summary>
    private const string Questions = "NeuralNotebooks.Questions";

    private static SheetParts AskQuestions(string call, string seed, string textOf) =>
        CellExecution.Current.Questions!(call, seed, textOf).ToParts();

    private static void OfferQuestions() =>
        AppContext.SetData(Questions, (Func<string, string, string, SheetParts>)AskQuestions);

    /// <summary>Makes questions while a cell runs. The question program is not appended to the session.</summary>
    private QuestionSheet QuestionsOf(string call, string seed, string textOf)
    {
        return CodeQuestions.Ask(call, _chain.SourceOf, seed, textOf, _chain.Analyze, Evaluate);

        string[][]? Evaluate(string program)
        {
            CompiledScript compiled = _chain.Compile(program, path: "questions", CancellationToken.None);
            return (string[][]?)_chain.EvaluateAsync(compiled).GetAwaiter().GetResult();
        }
    }
}
