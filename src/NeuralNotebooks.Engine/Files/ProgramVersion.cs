namespace NeuralNotebooks.Engine;

/// <summary>The version of this program, which is that of all its assemblies.</summary>
public static class ProgramVersion
{
    public static string Text { get; } = Of(typeof(ProgramVersion).Assembly);

    /// <summary>The version of an assembly without the name of a commit.</summary>
    public static string Of(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
