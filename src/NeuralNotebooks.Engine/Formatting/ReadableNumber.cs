namespace NeuralNotebooks.Engine;

/// <summary>Formats numbers for people, the same in every locale.</summary>
internal static class ReadableNumber
{
    public static string Count(int count, string one) =>
        FormattableString.Invariant($"{count} {one}{(count == 1 ? "" : "s")}");
}
