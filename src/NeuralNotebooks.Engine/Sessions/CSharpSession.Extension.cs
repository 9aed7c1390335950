namespace NeuralNotebooks.Engine;

/// <content>What the host's <see cref="SessionExtension"/> runs, and what it sends back to the session.</content>
public sealed partial class CSharpSession
{
    private SessionExtension? _extension;

    internal IReadOnlyList<(IFieldSymbol Field, object? Value)> Values() => _chain.Variables();

    private SessionExtension Extension() => _extension ??= _options.Extension!(this);

    private async Task RunExtensionAsync(ExtensionStep step, CellExecution execution)
    {
        try
        {
            await RunBodyAsync(execution, () => Extension().RunAsync(step.Text, execution.Stopped));
        }
        catch (ExtensionCodeException failed)
        {
            throw new DirectiveException(
                failed.Message, step.Place with { Line = Math.Max(1, step.Place.Line + failed.Line - 1) }, failed);
        }
    }

    /// <summary>Runs the code and declares the values that commands have sent since the last step.</summary>
    private async Task RunSentAsync(CellExecution execution)
    {
        while (_extension?.TakeSent() is { } sent)
        {
            if (sent.Code is null)
            {
                await DeclareAsync(sent.Name, sent.Value, execution.Stopped);
                continue;
            }
            await RunAllAsync(NewReader(execution).Read(sent.Code, sent.Name), execution);
        }
    }

    /// <summary>Declares a variable with a value from another language or from a library.</summary>
    private async Task DeclareAsync(string name, object? value, CancellationToken stopped)
    {
        string type = value is null ? "object" : TypeName.InCode(value.GetType());
        CompiledScript declaration;
        try
        {
            declaration = _chain.Compile($"{type} {name} = default;", "a shared value", stopped);
        }
        catch (CompileErrorException) when (type != "dynamic")
        {
            // A type of a library that cells do not reference.
            declaration = _chain.Compile($"dynamic {name} = default;", "a shared value", stopped);
        }
        await _chain.RunAsync(declaration);
        _chain.Set(name, value);
    }
}
