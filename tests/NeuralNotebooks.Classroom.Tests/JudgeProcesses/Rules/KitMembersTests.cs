using System.Runtime.Loader;

namespace NeuralNotebooks.Classroom.Tests.Judging;

/// <summary>The public members of the kit, by what their code reaches: a member that reaches files, processes or the
/// network, directly or through other members of the kit, must not be used in an answer.</summary>
public class KitMembersTests
{
    /// <summary>The beginnings of members that read only a file of the kit whose name the caller does not choose, for
    /// example plotly.js, or the name of the working folder.</summary>
    private static readonly string[] _harmless =
    [
        "M:NeuralNotebooks.Course.Check.",
        "M:NeuralNotebooks.Course.Pieces.Page",
        "M:NeuralNotebooks.Course.Variant.",
        "M:NeuralNotebooks.Plotting.Circuit.",
        "M:NeuralNotebooks.Plotting.CourseCharts.",
        "M:NeuralNotebooks.Plotting.Picture.",
        "M:NeuralNotebooks.Plotting.Plot.",
    ];

    private static readonly string[] _outside =
    [
        "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory",
        "System.IO.DirectoryInfo", "System.IO.MemoryMappedFiles.MemoryMappedFile", "System.Diagnostics.Process",
        "System.Net.Http.HttpClient",
    ];

    [Fact]
    public void Members_that_reach_files_or_processes_are_denied()
    {
        string[] reaching = [.. Reaching(Repository.At("notebooks/kit.csx")).Distinct().Order(StringComparer.Ordinal)];

        Assert.Contains("M:NeuralNotebooks.Mnist.Load", reaching);
        Assert.Contains("M:NeuralNotebooks.Mlp`1.Save", reaching);
        IEnumerable<string> allowed = reaching.Where(id =>
            !UsualVocabulary.ReachesOutside(id)
            && !_harmless.Any(begin => id.StartsWith(begin, StringComparison.Ordinal))
        );
        Assert.Equal("", string.Join('\n', allowed));
    }

    private static IEnumerable<string> Reaching(string kit)
    {
        string folder = Path.GetDirectoryName(ScriptLibraries.Of(kit).First())!;
        var context = new AssemblyLoadContext("kit");
        context.Resolving += (_, name) =>
            Path.Combine(folder, name.Name + ".dll") is var file && File.Exists(file)
                ? context.LoadFromAssemblyPath(file)
                : null;
        MethodBase[] methods =
        [
            .. Directory.EnumerateFiles(folder, "*.dll")
                .Where(file => Path.GetFileName(file).StartsWith("NeuralNotebooks", StringComparison.Ordinal))
                .SelectMany(file => context.LoadFromAssemblyPath(file).GetTypes())
                .SelectMany(type => type.GetMembers(
                    BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance
                        | BindingFlags.DeclaredOnly))
                .OfType<MethodBase>(),
        ];
        ILookup<string, MethodBase> callers = methods
            .SelectMany(method => Called(method).Select(called => (Name: Name(called), method)))
            .ToLookup(call => call.Name, call => call.method);
        HashSet<string> reached = [];
        Queue<MethodBase> next = new(methods.Where(method => Called(method).Any(IsOutside)));
        while (next.TryDequeue(out MethodBase? method))
        {
            if (!reached.Add(Name(method)))
                continue;
            foreach (MethodBase caller in callers[Name(method)])
                next.Enqueue(caller);
        }
        return methods
            .Where(method => method.IsPublic && method.DeclaringType!.IsVisible && reached.Contains(Name(method)))
            .Select(method => $"M:{Name(method)}");
    }

    private static bool IsOutside(MethodBase called) =>
        _outside.Contains(called.DeclaringType!.FullName)
        || (
            called.DeclaringType.FullName is "System.IO.StreamReader" or "System.IO.StreamWriter"
            && called.GetParameters() is [{ ParameterType.Name: nameof(String) }, ..]
        );

    /// <summary>A method's type and name, without type arguments and overloads; for a lambda or an iterator, those of
    /// the method that contains it.</summary>
    private static string Name(MethodBase method)
    {
        Type type = method.DeclaringType!;
        string name = method.Name;
        while (type.DeclaringType is { } outer && type.Name.StartsWith('<'))
        {
            name = type.Name.Split('>')[0][1..] is { Length: > 0 } containing ? containing : name;
            type = outer;
        }
        if (name.StartsWith('<'))
            name = name.Split('>')[0][1..];
        if (type.IsGenericType)
            type = type.GetGenericTypeDefinition();
        return $"{type.FullName ?? type.Name}.{name}".Replace('+', '.').Replace("..ctor", ".#ctor");
    }

    /// <summary>The methods whose tokens occur in a method's code. Bytes that only look like a call are
    /// included.</summary>
    private static IEnumerable<MethodBase> Called(MethodBase method)
    {
        byte[] code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (int i = 0; i + 4 < code.Length; i++)
        {
            // The instructions call, callvirt, newobj, ldftn; the tables of methods, members and generic methods.
            if (code[i] is not (0x28 or 0x6F or 0x73 or 0x06) || code[i + 4] is not (0x06 or 0x0A or 0x2B))
                continue;
            MethodBase? called = null;
            try
            {
                called = method.Module.ResolveMethod(
                    BitConverter.ToInt32(code, i + 1),
                    method.DeclaringType?.GetGenericArguments(),
                    method is MethodInfo { IsGenericMethod: true } generic ? generic.GetGenericArguments() : null);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // These bytes are not a method's token.
            }
            if (called?.DeclaringType is not null)
                yield return called;
        }
    }
}
