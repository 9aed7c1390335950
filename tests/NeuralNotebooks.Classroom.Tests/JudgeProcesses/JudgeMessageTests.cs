namespace NeuralNotebooks.Classroom.Tests;

public sealed class JudgeMessageTests
{
    [Fact]
    public void No_request_has_a_value_and_no_request_to_the_evaluator_has_a_text_of_the_source()
    {
        HashSet<Type> compiler = TypesOf(typeof(CompileTask)),
            evaluator = TypesOf(typeof(StartSession), typeof(AskProbes), typeof(TryToEscape));

        Assert.Equal(
            ["AnswerRules", "CodeOwner", "CompileTask", "SharedText", "StudentCell"],
            compiler.Where(type => type.Assembly == typeof(JudgeMessage).Assembly).Select(type => type.Name).Order());
        Assert.Equal(
            ["AskProbes", "CodeOwner", "CompiledCell", "StartSession", "TryToEscape"],
            evaluator.Where(type => type.Assembly == typeof(JudgeMessage).Assembly).Select(type => type.Name).Order());
        Assert.Equal(
            ["Assembly", "Id", "IsJudged", "IsOptional", "Symbols", "Type"],
            typeof(CompiledCell).GetProperties().Select(property => property.Name).Order());
    }

    /// <summary>The requests to the two processes, and the types of their parts.</summary>
    private static HashSet<Type> TypesOf(params Type[] requests)
    {
        HashSet<Type> types = [];
        foreach (Type request in requests)
            Add(request);
        return types;

        void Add(Type type)
        {
            if (!types.Add(type))
                return;
            foreach (Type part in type.GetGenericArguments())
                Add(part);
            if (type.Assembly == typeof(JudgeMessage).Assembly)
                foreach (PropertyInfo property in type.GetProperties())
                    Add(property.PropertyType);
        }
    }
}
