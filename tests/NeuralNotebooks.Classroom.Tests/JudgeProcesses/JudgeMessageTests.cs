namespace NeuralNotebooks.Classroom.Tests;

public sealed class JudgeMessageTests
{
    [Fact]
    public void No_request_has_a_value_and_no_request_to_the_evaluator_has_a_text_of_the_source()
    {
        Assert.Equal(
            ["AnswerRules", "CodeOwner", "CompileTask", "SharedText", "StudentCell"], PartsOf(typeof(CompileTask)));
        Assert.Equal(
            ["AskProbes", "CodeOwner", "CompiledCell", "StartSession", "TryToEscape"],
            PartsOf(typeof(StartSession), typeof(AskProbes), typeof(TryToEscape)));
        Assert.Equal(
            ["Assembly", "Id", "IsJudged", "IsOptional", "Symbols", "Type"],
            typeof(CompiledCell).GetProperties().Select(property => property.Name).Order());
    }

    /// <summary>The names of requests and of the messages' types that are parts of them.</summary>
    private static IEnumerable<string> PartsOf(params Type[] requests)
    {
        HashSet<Type> types = [];
        Array.ForEach(requests, Add);
        return types.Where(IsMessage).Select(type => type.Name).Order();

        static bool IsMessage(Type type) => type.Assembly == typeof(JudgeMessage).Assembly;

        void Add(Type type)
        {
            if (!types.Add(type))
                return;
            foreach (Type part in type.GetGenericArguments())
                Add(part);
            if (IsMessage(type))
                foreach (PropertyInfo property in type.GetProperties())
                    Add(property.PropertyType);
        }
    }
}
