#:project ../src/NeuralNotebooks.Engine/NeuralNotebooks.Engine.csproj
#:property PublishAot=false
// Writes build/roslyn.mibc, the list of the methods of the C# compiler that the first cells of a session call. Of the
// compiler's methods, only these are compiled to machine code (see ReadyToRun.targets and Tool.targets). After an update
// of the compiler, which WorkflowTests notices, write the list again, in the root of a clone that has been built:
//   DOTNET_ReadyToRun=0 dotnet run build/roslyn-profile.cs -- build/roslyn.mibc
// Crossgen2 reads such a profile as an assembly. Its method AssemblyDictionary names one method for each assembly of
// the compiler, and that method loads the tokens of the methods to compile. Open generic methods are left out: they are
// compiled just in time.
using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using System.Globalization;
using System.Reflection;
using System.Reflection.Emit;
using NeuralNotebooks.Engine;

const BindingFlags Everything = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic
    | BindingFlags.Instance | BindingFlags.Static;
string[] cells =
[
    """
    using System.IO;
    int F(int x) => x;
    record R(int X, string Name);
    var x = new[] { 1, 2 }.Select(i => F(i)).ToList();
    """,
    """
    x.Count
    """,
    """
    double[,] A = { { 1, 2 }, { 3, 4 } };
    for (int i = 0; i < 2; i++)
    {
        A[i, 0] += i;
        Console.WriteLine($"{i}: {A[i, 0]:F2}");
    }
    """,
    """
    class Neuron
    {
        public double Weight { get; set; } = 0.5;
        public double Forward(double x) => Math.Tanh(Weight * x);
    }
    new Neuron().Forward(1)
    """,
    """
    string Sign(double z) => z switch { > 0 => "+", < 0 => "-", _ => "0" };
    var signs = new Dictionary<string, int>();
    foreach (double z in new[] { -1.5, 0, 2 })
        signs[Sign(z)] = signs.GetValueOrDefault(Sign(z)) + 1;
    signs
    """,
    """
    static double Sum<T>(IEnumerable<T> all, Func<T, double> of)
    {
        double sum = 0;
        foreach (T one in all)
            sum += of(one);
        return sum;
    }
    Sum(new[] { new R(1, "a"), new R(2, "b") }, r => r.X)
    """,
    """
    try { throw new InvalidOperationException("no"); }
    catch (Exception e) when (e.Message != "") { display(e.Message); }
    """,
    """
    await Task.Yield();
    var (a, b) = (1, 2.5);
    if (a is int n && n > 0) Console.WriteLine(a + b);
    """,
    """
    int[] some = [1, 2, 3], all = [.. some, 4];
    [Obsolete("old")] static int Old(int x = 1, params int[] rest) => x + rest.Length;
    Console.WriteLine(all.Where((_, i) => i > 0).Sum(x => (x + 1) * 2.0) + all[^1]);
    """,
    """
    Console.WriteLine("a call that may or may not have a value")
    """,
    """
    int wrong = "text";
    """,
];

using var compiled = new CompiledMethods();
using var session = new CSharpSession(new SessionOptions());
await RunAsync(session, cells);
foreach (string name in (string[])["00-start-here", "01-scalar-gates"])
{
    using var course = new CSharpSession(new SessionOptions { Folder = Path.GetFullPath("notebooks") });
    IEnumerable<CodeCell> code = Notebook.Read($"notebooks/{name}.ipynb").Cells.OfType<CodeCell>();
    await RunAsync(course, code.Select(cell => cell.Source));
}

// System.__Canon is the type argument that represents all reference types, for which a generic type shares its code.
// Crossgen2 recognizes it by this name.
Type canon = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("System.Private.Canon"), AssemblyBuilderAccess.Run)
    .DefineDynamicModule("canon").DefineType("System.__Canon", TypeAttributes.Public).CreateType();
var profile = new PersistedAssemblyBuilder(new AssemblyName("roslyn"), typeof(object).Assembly);
ModuleBuilder module = profile.DefineDynamicModule("roslyn");
ILGenerator assemblies = Method("AssemblyDictionary").GetILGenerator();
foreach (Module roslyn in AppDomain.CurrentDomain.GetAssemblies()
    .Where(assembly => assembly.GetName().Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
    .Select(assembly => assembly.ManifestModule)
    .OrderBy(compiler => compiler.Name, StringComparer.Ordinal))
{
    MethodBuilder group = Method(roslyn.Assembly.GetName().Name!);
    ILGenerator methods = group.GetILGenerator();
    foreach ((string type, int token) in compiled.Methods.Keys.OrderBy(method => method.Token))
    {
        MethodBase? method = Named(type) is { } declaring && declaring.Module == roslyn
            ? declaring.GetMembers(Everything).OfType<MethodBase>()
                .FirstOrDefault(member => member.MetadataToken == token)
            : null;
        if (method is null or { ContainsGenericParameters: true })
            continue;
        methods.Emit(
            OpCodes.Ldtoken,
            method is ConstructorInfo { IsStatic: true, DeclaringType.IsGenericType: false } initializer
                ? module.GetMethodMetadataToken(new TypeInitializer(initializer))
            : method is ConstructorInfo constructor
                ? module.GetMethodMetadataToken(constructor)
                : module.GetMethodMetadataToken((MethodInfo)method)
        );
        methods.Emit(OpCodes.Pop);
    }
    methods.Emit(OpCodes.Ret);
    assemblies.Emit(OpCodes.Ldstr, roslyn.Assembly.GetName().Name + ";");
    assemblies.Emit(OpCodes.Ldtoken, group);
    assemblies.Emit(OpCodes.Pop);
}
assemblies.Emit(OpCodes.Ret);
module.CreateGlobalFunctions();
profile.Save(args[0]);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{compiled.Methods.Count} methods"));
Environment.Exit(0);

static async Task RunAsync(CSharpSession session, IEnumerable<string> cells)
{
    foreach ((int i, string cell) in cells.Index())
        await session.ExecuteAsync(cell, i + 1, new Nowhere(), CancellationToken.None);
}

// Finds a type by its name in the runtime's events:
// Microsoft.CodeAnalysis.PooledObjects.ArrayBuilder`1[System.__Canon].
Type? Named(string name)
{
    try
    {
        return Type.GetType(
            name,
            _ => null,
            (_, simple, _) => simple == canon.FullName
                ? canon
                : AppDomain.CurrentDomain.GetAssemblies()
                    .Select(assembly => assembly.GetType(simple))
                    .FirstOrDefault(type => type is not null)
        );
    }
    catch (Exception e) when (e is ArgumentException or TypeLoadException or FileLoadException)
    {
        return null;
    }
}

MethodBuilder Method(string name) =>
    module.DefineGlobalMethod(name, MethodAttributes.Public | MethodAttributes.Static, null, null);

/// <summary>Collects the methods that the just-in-time compiler compiles, by type and metadata token.</summary>
internal sealed class CompiledMethods : EventListener
{
    private const EventKeywords JustInTime = (EventKeywords)0x10;

    public ConcurrentDictionary<(string Type, int Token), bool> Methods => field ??= [];

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "Microsoft-Windows-DotNETRuntime")
            EnableEvents(eventSource, EventLevel.Verbose, JustInTime);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        // The fifth value is MethodToken, the seventh MethodNamespace, which is the name of the type.
        if (eventData is { EventName: "MethodLoadVerbose_V2", Payload: [_, _, _, _, uint token, _, string type, ..] })
            Methods[(type, (int)token)] = true;
    }
}

/// <summary>Ignores all outputs.</summary>
internal sealed class Nowhere : IOutputSink
{
    public void Emit(Output output) { }

    public void Update(string displayId, MimeBundle data) { }

    public void Clear(bool wait) { }
}

/// <summary>Wraps a static constructor as a static method. As a constructor, it would be written with the signature of
/// an instance method.</summary>
internal sealed class TypeInitializer(ConstructorInfo constructor) : MethodInfo
{
    public override string Name => constructor.Name;

    public override Type? DeclaringType => constructor.DeclaringType;

    public override Type? ReflectedType => constructor.ReflectedType;

    public override Module Module => constructor.Module;

    public override int MetadataToken => constructor.MetadataToken;

    public override MethodAttributes Attributes => constructor.Attributes;

    public override RuntimeMethodHandle MethodHandle => constructor.MethodHandle;

    public override Type ReturnType => typeof(void);

    public override ParameterInfo ReturnParameter => typeof(Action).GetMethod(nameof(Action.Invoke))!.ReturnParameter;

    public override ICustomAttributeProvider ReturnTypeCustomAttributes => throw new NotSupportedException();

    public override MethodInfo GetBaseDefinition() => this;

    public override Type[] GetGenericArguments() => [];

    public override ParameterInfo[] GetParameters() => [];

    public override MethodImplAttributes GetMethodImplementationFlags() => constructor.GetMethodImplementationFlags();

    public override object[] GetCustomAttributes(bool inherit) => constructor.GetCustomAttributes(inherit);

    public override object[] GetCustomAttributes(Type attributeType, bool inherit) =>
        constructor.GetCustomAttributes(attributeType, inherit);

    public override bool IsDefined(Type attributeType, bool inherit) => constructor.IsDefined(attributeType, inherit);

    public override object? Invoke(
        object? obj, BindingFlags invokeAttr, System.Reflection.Binder? binder, object?[]? parameters,
        CultureInfo? culture
    ) => throw new NotSupportedException();
}
