namespace Pst.Web.Softcopies;

/// <summary>Why a file is not taken, or nothing can be made of it. Each has its sentence (<c>fault.too_large</c>).</summary>
public enum FileFault
{
    None, TooLarge, Empty, UnknownType, Truncated, Damaged, TooComplex, TooManyPages, HasScript, HasAttachment, NeedsPassword, Signed,
    TooManyPixels, UnsupportedImage, MixedFiles, NoSuchPages, Busy, NoProgram,
}

/// <summary>A file is not taken; whoever catches it says why.</summary>
internal sealed class FileRefusedException(FileFault fault, Exception? cause = null) : Exception($"{fault}", cause)
{
    public FileFault Fault { get; } = fault;
}
