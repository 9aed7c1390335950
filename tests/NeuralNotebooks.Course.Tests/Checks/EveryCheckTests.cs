namespace NeuralNotebooks.Course.Tests;

public class EveryCheckTests
{
    private static IEnumerable<MethodInfo> All =>
        typeof(Check).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly);

    public static TheoryData<string> OfFunctions =>
    [
        .. All.Where(check => check.GetParameters() is [{ ParameterType: { } only }]
            && only.IsSubclassOf(typeof(MulticastDelegate))).Select(check => check.Name),
    ];

    [Fact]
    public void There_is_one_way_to_hand_an_answer_over() =>
        Assert.Equal(All.Select(check => check.Name).Distinct(), All.Select(check => check.Name));

    [Theory]
    [MemberData(nameof(OfFunctions))]
    public void Null_in_place_of_a_function_cannot_be_checked(string name) =>
        Assert.Equal(
            VerdictState.CouldNotBeChecked,
            ((Verdict)All.Single(check => check.Name == name).Invoke(null, [null])!).State);
}
