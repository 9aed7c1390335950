using System.Reflection.Emit;

namespace NeuralNotebooks.Engine;

/// <summary>Which instructions of a method can raise an exception of a type in its own stack frame.</summary>
/// <remarks>The runtime raises some exceptions itself, without a call in IL. For a wrong index or an overflow, the
/// compiler of machine code (JIT) may let all places of a method share one block that throws, so the place in machine
/// code does not tell the line. It may also insert a called method in place of the call.</remarks>
/// <param name="callsAreInlined">Whether the code of called methods may be in this method's machine code.</param>
/// <param name="byLibrary">Whether a library's method has thrown it, which another, inlined method has called.</param>
internal sealed class RaisingCode(MethodCode code, Type exception, bool callsAreInlined, bool byLibrary)
{
    private const int MaxDepth = 3;

    public IEnumerable<int> Find() => Enumerable.Range(0, code.Instructions.Count).Where(i => CanRaise(code, i, 0));

    private bool CanRaise(MethodCode method, int index, int depth)
    {
        Instruction instruction = method.Instructions[index];
        MemberInfo? member = method.MemberOf(instruction);
        if (instruction.Code == OpCodes.Newobj && member?.DeclaringType is { } made && exception.IsAssignableFrom(made))
            return true;
        if (instruction.Code == OpCodes.Throw)
            return index == 0 || method.Instructions[index - 1].Code != OpCodes.Newobj;
        return instruction.Code == OpCodes.Rethrow
            || CanRaiseItself(method, index, instruction, member)
            || (member is MethodBase called && CanRaise(called, depth));
    }

    private bool CanRaiseItself(MethodCode method, int index, Instruction instruction, MemberInfo? member)
    {
        if (exception == typeof(IndexOutOfRangeException))
            return instruction.Name is "ldelem" or "ldelema"
                || (instruction.Name == "stelem" && !IsOfInitializer(method, index));
        if (exception == typeof(DivideByZeroException))
            return instruction.Name is "div" or "rem";
        if (exception == typeof(OverflowException))
            return instruction.Name is "div" or "rem" or "newarr"
                || instruction.Code.Name!.Contains(".ovf", StringComparison.Ordinal);
        return exception == typeof(NullReferenceException)
            && (instruction.Name is "ldelem" or "ldelema" or "ldlen" or "ldfld" or "ldflda" or "stfld" or "ldind"
                or "stind" or "ldobj" or "stobj" or "cpobj" or "cpblk" or "initblk" or "unbox" or "ldvirtftn"
                or "calli" or "callvirt"
                || (instruction.Name == "stelem" && !IsOfInitializer(method, index)))
            && !TypeName.IsScriptClass(member?.DeclaringType);
    }

    private bool CanRaise(MethodBase called, int depth)
    {
        if (called.DeclaringType is not { } type)
            return true;
        if (type.Assembly == typeof(InterruptPoint).Assembly)
            return false; // A call that the engine has inserted.
        if (byLibrary)
            return true;
        if (type.IsArray)
            return exception == typeof(IndexOutOfRangeException) || exception == typeof(NullReferenceException);
        if (TypeName.IsOfSystem(type))
            return exception == typeof(IndexOutOfRangeException)
                    ? called.Name is "get_Item" or "set_Item" or "get_Chars"
                : exception != typeof(NullReferenceException)
                    && (called.Name.StartsWith("op_", StringComparison.Ordinal) || called.Name is "DivRem")
                || (callsAreInlined && typeof(Delegate).IsAssignableFrom(type) && called.Name == "Invoke");
        if (!callsAreInlined)
            return false;
        if (called.IsVirtual || depth == MaxDepth || called.GetMethodBody() is null)
            return true;
        var method = new MethodCode(called);
        return Enumerable.Range(0, method.Instructions.Count).Any(i => CanRaise(method, i, depth + 1));
    }

    /// <summary>Whether an element is stored by an array's initializer, which cannot fail: the array stays on the
    /// stack.</summary>
    private static bool IsOfInitializer(MethodCode method, int index) =>
        method.Instructions[index + 1].Name is "dup" or "stloc" or "stfld" or "stsfld";
}
