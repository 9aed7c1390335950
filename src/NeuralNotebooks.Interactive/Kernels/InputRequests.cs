namespace NeuralNotebooks.Interactive;

internal static class InputRequests
{
    public static void AddTo(CompositeKernel root)
    {
        root.RegisterCommandHandler<RequestInput>((command, context) =>
        {
            string value = Ask(command.Prompt, command.IsPassword);
            context.Publish(new InputProduced(value, command));
            return Task.CompletedTask;
        });
        root.RegisterCommandHandler<RequestInputs>((command, context) =>
        {
            Dictionary<string, string> values = command.Inputs.ToDictionary(
                input => input.Name, input => Ask(input.Prompt ?? input.Name, input.TypeHint == "password"));
            context.Publish(new InputsProduced(values, command));
            return Task.CompletedTask;
        });
        root.SetDefaultTargetKernelNameForCommand(typeof(RequestInput), root.Name);
        root.SetDefaultTargetKernelNameForCommand(typeof(RequestInputs), root.Name);
    }

    private static string Ask(string prompt, bool isPassword) =>
        CurrentCell.Required.Ask(new InputRequest(prompt, isPassword));
}
