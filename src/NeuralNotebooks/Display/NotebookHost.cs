namespace NeuralNotebooks;

/// <summary>What a library can use of the program that runs a notebook's cells. Each function is null in a program that
/// does not have it.</summary>
/// <remarks>The engine offers the functions, and the library and the pictures use them. Neither side references the
/// other, so both compile this file, and have a dictionary of delegates in the <see cref="AppContext"/> in
/// common.</remarks>
internal static class NotebookHost
{
    public const string Name = "NeuralNotebooks.Host";

    /// <summary>Environment variables: the number of threads of <c>ThreadTeam</c>, and 1 for a run that is short
    /// (<c>nn run --quick</c>) or may take minutes (<c>nn run --full</c>).</summary>
    public const string ThreadsVariable = "NN_NUM_THREADS", QuickVariable = "NN_QUICK", FullVariable = "NN_FULL";

    /// <summary>Throws if the user has interrupted the cell. Long loops call it, so that an interrupt does not have to
    /// end the process, with the notebook's variables.</summary>
    public static Action? InterruptPoint => Find<Action>();

    /// <summary>Shows a value, and returns an action that shows another value in its place; null if no cell is
    /// running.</summary>
    public static Func<object, Action<object>?>? Display => Find<Func<object, Action<object>?>>();

    /// <summary>Shows a control, given its name and a function that makes it from the value that the reader has chosen
    /// (null before the reader has moved it).</summary>
    public static Action<string, Func<string?, object>>? ShowControl => Find<Action<string, Func<string?, object>>>();

    /// <summary>Shows the scripts that draw pictures, each with its name and a function that makes its HTML. Returns
    /// whether the notebook has them now.</summary>
    public static Func<(string Name, Func<string> Html)[], bool>? ShowScripts =>
        Find<Func<(string, Func<string>)[], bool>>();

    /// <summary>Whether the program is a live page, which has these scripts and calls them.</summary>
    public static bool IsLivePage => Find<Func<bool>>()?.Invoke() == true;

    /// <summary>The names in the running cell that other cells declare, without an assembly, and types that it uses,
    /// with their assemblies.</summary>
    public static Func<(string Name, string? Assembly)[]>? UsedNames => Find<Func<(string, string?)[]>>();

    public static void Offer(params (string Name, Delegate Function)[] functions) =>
        AppContext.SetData(Name, functions.ToDictionary(one => one.Name, one => one.Function));

    private static T? Find<T>([CallerMemberName] string name = "")
        where T : Delegate =>
        (AppContext.GetData(Name) as IReadOnlyDictionary<string, Delegate>)?.GetValueOrDefault(name) as T;
}
