using System.Reflection;

namespace NeuralNotebooks.Course.Tests;

/// <summary>Tests of all checks with arguments that any of them may get: a function with a wrong signature, and
/// null.</summary>
public class EveryCheckTests
{
    private static IEnumerable<MethodInfo> All =>
        typeof(Check).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly);

    private static bool IsFunction(ParameterInfo parameter) =>
        parameter.ParameterType.IsSubclassOf(typeof(MulticastDelegate));

    /// <summary>The checks that take a function, by name.</summary>
    public static TheoryData<string> OfFunctions =>
        [.. All.Where(check => check.GetParameters() is [{ } only] && IsFunction(only)).Select(check =>
        check.Name).Distinct()];

    [Theory]
    [MemberData(nameof(OfFunctions))]
    public void A_function_with_another_signature_gets_a_verdict_instead_of_a_compiler_error(string name)
    {
        MethodInfo check = All.Single(check =>
            check.Name == name && check.GetParameters() is [{ } only] && only.ParameterType == typeof(Delegate));

        var verdict = (Verdict)check.Invoke(null, [(string nothing) => nothing])!;

        Assert.Equal(VerdictState.CouldNotBeChecked, verdict.State);
        verdict.Message.ShouldContain("`string (string)`");
    }

    [Theory]
    [MemberData(nameof(OfFunctions))]
    public void A_missing_function_is_not_yet_an_answer(string name) =>
        Assert.All(All.Where(check => check.Name == name), check =>
            Assert.Equal(VerdictState.NotYet, ((Verdict)check.Invoke(null, [null])!).State));
}
