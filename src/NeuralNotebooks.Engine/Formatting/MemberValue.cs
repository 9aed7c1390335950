namespace NeuralNotebooks.Engine;

/// <summary>A public property or field of a value. If its getter has thrown an exception, <paramref name="Value"/> is a
/// <see cref="Failure"/>.</summary>
internal sealed record MemberValue(string Name, object? Value)
{
    private static readonly ConcurrentDictionary<Type, MemberInfo[]> _members = new();

    public static IEnumerable<MemberValue> Of(object instance, Func<MemberInfo, bool>? isShown = null)
        => instance switch
        {
            Task task => OfTask(task),
            Exception e =>
            [
                new("Message", ExceptionText.Message(e)),
                new("StackTrace", e.StackTrace is { } trace ? StackFrameText.Readable(trace) : null),
                new("InnerException", e.InnerException),
            ],
            _ => _members
                .GetOrAdd(instance.GetType(), Find)
                .Where(isShown ?? (_ => true))
                .Select(member => new MemberValue(member.Name, Get(member, instance))),
        };

    public static bool Any(object instance) =>
        instance is Task or Exception || _members.GetOrAdd(instance.GetType(), Find).Length > 0;

    /// <summary>The members of a task. The result is read only if the task has completed, since reading it earlier
    /// would block.</summary>
    private static IEnumerable<MemberValue> OfTask(Task task)
    {
        yield return new("Status", task.Status);
        if (task.IsFaulted)
            yield return new("Exception", task.Exception.InnerException);
        if (task.IsCompletedSuccessfully
            && task.GetType().GetProperty("Result") is { PropertyType.IsVisible: true } result)
            yield return new("Result", result.GetValue(task));
    }

    private static MemberInfo[] Find(Type type)
    {
        const BindingFlags flags = BindingFlags.Instance | BindingFlags.Public;
        IEnumerable<MemberInfo> properties = type.GetProperties(flags)
            .Where(p => p.CanRead && p.GetMethod!.IsPublic && p.GetIndexParameters().Length == 0
                && CanBeBoxed(p.PropertyType));
        IEnumerable<MemberInfo> fields = type.GetFields(flags).Where(f => CanBeBoxed(f.FieldType));
        return [.. properties.Concat(fields)
            .Where(m => m.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State != DebuggerBrowsableState.Never)
            .DistinctBy(m => m.Name)];
    }

    private static bool CanBeBoxed(Type type) =>
        !type.IsByRefLike && !type.IsByRef && !type.IsPointer && !type.IsFunctionPointer;

    private static object? Get(MemberInfo member, object instance)
    {
        InterruptPoint.Pass();
        try
        {
            return member is PropertyInfo property
                ? property.GetValue(instance) : ((FieldInfo)member).GetValue(instance);
        }
        catch (Exception e) when (!CellStoppedException.IsCauseOf(e))
        {
            return new Failure(ExceptionText.OneLine(e));
        }
    }

    public sealed class Failure(string description)
    {
        public override string ToString() => description;
    }
}
