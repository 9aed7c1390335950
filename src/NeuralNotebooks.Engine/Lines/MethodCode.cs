using System.Reflection.Emit;

namespace NeuralNotebooks.Engine;

/// <param name="Operand">A branch's target, or a metadata token; 0 for another instruction.</param>
internal readonly record struct Instruction(int Offset, OpCode Code, int Operand)
{
    /// <summary>The name without the suffix of its short forms: <c>ldloc</c> for <c>ldloc.3</c>.</summary>
    public string Name => Code.Name!.Split('.')[0];
}

internal sealed class MethodCode
{
    private const byte TwoBytes = 0xFE;

    private static readonly Dictionary<short, OpCode> _codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    private readonly MethodBase _method;

    public MethodCode(MethodBase method)
    {
        _method = method;
        Instructions = Read(method.GetMethodBody()?.GetILAsByteArray()
            ?? throw new InvalidOperationException($"{method.Name} has no IL."));
    }

    public IReadOnlyList<Instruction> Instructions { get; }

    public bool HasLoop => Instructions.Any(i => i.Operand <= i.Offset && i.Code.OperandType
        is OperandType.InlineBrTarget or OperandType.ShortInlineBrTarget);

    public static bool EndsWithThrow(MethodBase method) =>
        method.GetMethodBody()?.GetILAsByteArray() is [.., var last] && last == OpCodes.Throw.Value;

    /// <summary>The method or the field of an instruction; null if it has none, or if it cannot be loaded.</summary>
    public MemberInfo? MemberOf(Instruction instruction)
    {
        if (instruction.Code.OperandType is not (OperandType.InlineMethod or OperandType.InlineField))
            return null;
        try
        {
            Type[]? ofType = _method.DeclaringType?.GetGenericArguments();
            Type[]? ofMethod = _method is MethodInfo ? _method.GetGenericArguments() : null;
            return _method.Module.ResolveMember(instruction.Operand, ofType, ofMethod);
        }
        catch (Exception e) when (e is ArgumentException or FileNotFoundException or TypeLoadException
            or MissingMemberException or FileLoadException or BadImageFormatException)
        {
            return null;
        }
    }

    private static List<Instruction> Read(byte[] il)
    {
        var instructions = new List<Instruction>();
        for (int at = 0; at < il.Length;)
        {
            int offset = at;
            short value = il[at++];
            if (value == TwoBytes)
                value = (short)((TwoBytes << 8) | il[at++]);
            OpCode code = _codes[value];
            int length = code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(il, at),
                _ => 4,
            };
            int operand = code.OperandType switch
            {
                OperandType.ShortInlineBrTarget => at + 1 + (sbyte)il[at],
                OperandType.InlineBrTarget => at + 4 + BitConverter.ToInt32(il, at),
                OperandType.InlineMethod or OperandType.InlineField => BitConverter.ToInt32(il, at),
                _ => 0,
            };
            instructions.Add(new Instruction(offset, code, operand));
            at += length;
        }
        return instructions;
    }
}
