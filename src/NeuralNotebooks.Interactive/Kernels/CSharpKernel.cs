using Microsoft.DotNet.Interactive.ValueSharing;

namespace NeuralNotebooks.Interactive;

internal sealed class CSharpKernel : Kernel, IKernelCommandHandler<SubmitCode>, IKernelCommandHandler<RequestValue>,
    IKernelCommandHandler<RequestValueInfos>, IKernelCommandHandler<SendValue>
{
    private readonly CSharpSession _session;
    private readonly ConcurrentQueue<SentCode> _sent = [];
    private int _sentCount;

    public CSharpKernel(CSharpSession session)
        : base(NotebookLanguage.CSharp)
    {
        _session = session;
        (KernelInfo.LanguageName, KernelInfo.LanguageVersion) = ("C#", NotebookLanguage.CSharpVersion);
        RegisterCommandHandler<CellCommand>((command, context) => command.UntilEnd(context));
    }

    public SentCode? TakeSent() => _sent.TryDequeue(out SentCode? sent) ? sent : null;

    /// <summary>Queues code, such as that of an extension: the session runs one step of a cell at a time.</summary>
    Task IKernelCommandHandler<SubmitCode>.HandleAsync(SubmitCode command, KernelInvocationContext context)
    {
        int number = Interlocked.Increment(ref _sentCount);
        _sent.Enqueue(new SentCode(command.Code, Invariant($"code {number} that a command has sent")));
        return Task.CompletedTask;
    }

    Task IKernelCommandHandler<RequestValue>.HandleAsync(RequestValue command, KernelInvocationContext context)
    {
        if (Values().TryGetValue(command.Name, out object? value))
            context.Publish(new ValueProduced(
                value,
                command.Name,
                new FormattedValue(command.MimeType, value.ToDisplayString(command.MimeType)),
                command));
        else
            context.Fail(command, message: $"There is no variable {command.Name} in C#.");
        return Task.CompletedTask;
    }

    Task IKernelCommandHandler<RequestValueInfos>.HandleAsync(
        RequestValueInfos command, KernelInvocationContext context)
    {
        KernelValueInfo[] infos =
        [
            .. Values().Select(variable => new KernelValueInfo(
                variable.Key,
                FormattedValue.CreateSingleFromObject(variable.Value, command.MimeType),
                variable.Value?.GetType())),
        ];
        context.Publish(new ValueInfosProduced(infos, command));
        return Task.CompletedTask;
    }

    Task IKernelCommandHandler<SendValue>.HandleAsync(SendValue command, KernelInvocationContext context) =>
        SetValueAsync(command, context, (name, value, _) =>
        {
            // A number from another process comes as JSON, and the kernel reads it as a double.
            if (command.Value is null
                && command.FormattedValue.MimeType == JsonFormatter.MimeType
                && value is double
                && JsonSerializer.Deserialize<JsonElement>(command.FormattedValue.Value).TryGetInt32(out int integer))
                value = integer;
            _sent.Enqueue(new SentCode(Code: null, name, value));
            return Task.CompletedTask;
        });

    private Dictionary<string, object?> Values()
    {
        var values = new Dictionary<string, object?>();
        foreach ((Microsoft.CodeAnalysis.IFieldSymbol field, object? value) in _session.Values())
            values[field.Name] = value;
        return values;
    }
}
