/** Light through an open door, drawn behind the welcome: four arches, each within the other, on one floor. */
const radii = [420, 322, 224, 126] as const;
const centre = 600;
const springing = 880;
const floor = 1400;

export function Archway() {
  return (
    <svg className="archway" viewBox="0 0 1000 1400" preserveAspectRatio="xMaxYMin slice" aria-hidden="true">
      {radii.map((radius) => (
        <path
          key={radius}
          d={`M${centre - radius} ${floor}V${springing}a${radius} ${radius} 0 0 1 ${2 * radius} 0V${floor}z`}
        />
      ))}
    </svg>
  );
}
