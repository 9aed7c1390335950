namespace NeuralNotebooks.Engine;

public static class ProgramVersion
{
    public static string Text { get; } = Of(typeof(ProgramVersion).Assembly);

    /// <summary>The version of an assembly without the name of a commit.</summary>
    public static string Of(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
